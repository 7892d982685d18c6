import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import BoardIcon from '@material-ui/icons/ViewColumnOutlined';
import ListIcon from '@material-ui/icons/ViewListOutlined';
import { ROADMAP_STATUSES } from '@productops/backstage-plugin-product-ops-common';
import { useRoadmapItems } from '../api/hooks';
import {
  Choice,
  FilterButton,
  Missing,
  mutedInk,
  Pager,
  SearchField,
  Toolbar,
} from '../components';
import { SourceBanner, SourceLine } from '../documents';
import { useText } from '../useText';
import { RoadmapBoard } from './RoadmapBoard';
import { RoadmapItemCard } from './RoadmapItemCard';
import { RoadmapTeaching } from './RoadmapTeaching';
import { OtherSources } from './sources/OtherSources';
import { useCategories } from './useCategories';
import {
  HORIZONS,
  type RoadmapSettings,
  useRoadmapQuery,
} from './useRoadmapQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
    count: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      margin: theme.spacing(0, 0, 1.5),
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
    },
    none: { padding: theme.spacing(3, 0), textAlign: 'center' },
    updating: { opacity: 0.6 },
  }),
  { name: 'ProductOpsRoadmap' },
);

/** An entity's roadmap, declared and recorded items together: a board of what is now, next and later, and a list of all. */
export function RoadmapContent(props: RoadmapSettings) {
  const { entity } = useEntity();
  const classes = useStyles();
  const t = useText();
  const { url, view, query, selected, filtered } = useRoadmapQuery(props);
  const categories = useCategories();
  const { data, error, refetch, isPlaceholderData } = useRoadmapItems(
    stringifyEntityRef(entity),
    query,
  );
  const clear = () =>
    url.patch({
      status: undefined,
      horizon: undefined,
      category: undefined,
      q: undefined,
    });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={filtered || query.cursor ? clear : undefined}
        what={t('roadmap.what')}
      />
    );
  }

  const source = data.sources.find(one => one.kind === 'roadmap');
  const nothing = data.totalItems === 0;
  // The board leaves out what is closed, so only the unfiltered list can tell that there is nothing at all.
  if (nothing && !filtered && !query.cursor && (!source || view === 'list')) {
    return (
      <>
        {source && <SourceBanner source={source} />}
        <OtherSources sources={data.otherSources} />
        {source?.state !== 'failed' && source?.state !== 'pending' && (
          <RoadmapTeaching source={source} />
        )}
      </>
    );
  }

  const openItem = url.get('item');
  const toggle = (id: string) =>
    url.patch(
      { item: openItem === id ? undefined : id, cursor: query.cursor },
      { replace: true },
    );
  return (
    <div>
      {source && <SourceBanner source={source} />}
      <OtherSources sources={data.otherSources} />
      <Toolbar
        label={t('common.filters')}
        end={
          <Choice
            label={t('common.view')}
            value={view}
            options={[
              {
                value: 'board',
                label: t('roadmap.board'),
                icon: <BoardIcon aria-hidden />,
              },
              {
                value: 'list',
                label: t('roadmap.list'),
                icon: <ListIcon aria-hidden />,
              },
            ]}
            onChange={value => url.patch({ view: value })}
          />
        }
      >
        <SearchField
          label={t('roadmap.searchLabel')}
          value={selected.q ?? ''}
          onChange={q => url.patch({ q: q || undefined }, { replace: true })}
        />
        <FilterButton
          label={t('roadmap.status')}
          options={ROADMAP_STATUSES.map(value => ({
            value,
            label: t(`roadmap.statuses.${value}`),
          }))}
          selected={selected.status}
          whenNone={view === 'board' ? t('roadmap.openOnly') : undefined}
          onChange={status => url.patch({ status })}
        />
        <FilterButton
          label={t('roadmap.horizon')}
          options={HORIZONS.map(value => ({
            value,
            label: t(`roadmap.horizons.${value}`),
          }))}
          selected={selected.horizon}
          onChange={horizon => url.patch({ horizon })}
        />
        <FilterButton
          label={t('roadmap.category')}
          options={categories(data.items).map(value => ({
            value,
            label: value,
          }))}
          selected={selected.category}
          onChange={category => url.patch({ category })}
        />
        {filtered && (
          <Button color="primary" onClick={clear}>
            {t('common.clearFilters')}
          </Button>
        )}
      </Toolbar>
      <div className={classes.count}>
        <span role="status">
          {t('roadmap.count', { count: data.totalItems })}
        </span>
        {source && <SourceLine source={source} />}
      </div>
      <div className={isPlaceholderData ? classes.updating : undefined}>
        {nothing && (
          <Typography className={classes.none}>
            {t(filtered ? 'roadmap.noMatch' : 'roadmap.noneOpen')}
          </Typography>
        )}
        {!nothing && view === 'board' && (
          <RoadmapBoard
            items={data.items}
            partial={data.totalItems > data.items.length}
            openItem={openItem}
            onToggle={toggle}
          />
        )}
        {!nothing && view === 'list' && (
          <ul className={classes.list}>
            {data.items.map(item => (
              <li key={`${item.source}/${item.id}`}>
                <RoadmapItemCard
                  item={item}
                  withStatus
                  open={openItem === item.id}
                  onToggle={() => toggle(item.id)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </div>
  );
}
