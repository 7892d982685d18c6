import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import AddIcon from '@material-ui/icons/Add';
import { type RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { MOST_ITEMS, useWholeRoadmap } from '../api/roadmapHooks';
import { Loading, Missing, mutedInk } from '../components';
import { SourceBanner, SourceLine } from '../documents';
import { useText } from '../useText';
import { EntitySharing } from './exchange/EntitySharing';
import { ItemEditing } from './editing/ItemEditing';
import { ItemPanel } from './editing/panel/ItemPanel';
import { useEditing } from './editing/useEditing';
import { RoadmapFilters } from './RoadmapFilters';
import { RoadmapTeaching } from './RoadmapTeaching';
import { OtherSources } from './sources/OtherSources';
import { useCategories } from './useCategories';
import { type RoadmapSettings, useRoadmapQuery } from './useRoadmapQuery';

const RoadmapBoard = lazy(async () => ({
  default: (await import('./editing/board/RoadmapBoard')).RoadmapBoard,
}));
const RoadmapTable = lazy(async () => ({
  default: (await import('./editing/table/RoadmapTable')).RoadmapTable,
}));
const Priorities = lazy(async () => ({
  default: (await import('./editing/priorities/Priorities')).Priorities,
}));
const EntityTimeline = lazy(async () => ({
  default: (await import('./plan/EntityTimeline')).EntityTimeline,
}));
const EntityFeedback = lazy(async () => ({
  default: (await import('./feedback/EntityFeedback')).EntityFeedback,
}));

const useStyles = makeStyles(
  (theme: Theme) => ({
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
    start: { marginBottom: theme.spacing(2) },
  }),
  { name: 'ProductOpsRoadmap' },
);

/** Makes an item, for who may. */
function CreateButton() {
  const { may, create } = useEditing();
  const t = useText();
  return may.create ? (
    <Button
      variant="contained"
      color="primary"
      startIcon={<AddIcon />}
      onClick={() => create()}
    >
      {t('roadmap.editing.create.open')}
    </Button>
  ) : null;
}

/** An entity's roadmap, declared and recorded items together: a board, a timeline, a table, what comes first, and what people ask for. */
export function RoadmapContent(props: RoadmapSettings) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const t = useText();
  const asked = useRoadmapQuery(props);
  const { url, view, by, filter, query, filtered } = asked;
  const categoriesOf = useCategories();
  const { data, error, refetch, isPlaceholderData } = useWholeRoadmap(
    entityRef,
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
        onClear={filtered ? clear : undefined}
        what={t('roadmap.what')}
      />
    );
  }

  const { items, totalItems, may } = data;
  const source = data.sources.find(one => one.kind === 'roadmap');
  const categories = categoriesOf(items);
  const nothing = totalItems === 0;
  const open = ({ id, source: from }: Pick<RoadmapItem, 'id' | 'source'>) => {
    const twins = items.filter(item => item.id === id).length > 1;
    url.patch(
      { item: id, 'item-source': twins ? from : undefined },
      { replace: true },
    );
  };
  const openItem = url.get('item');
  const openSource = url.get('item-source');
  const panel = openItem !== undefined && (
    <ItemPanel
      id={openItem}
      source={openSource}
      onClose={() =>
        url.patch(
          { item: undefined, 'item-source': undefined },
          { replace: true },
        )
      }
    />
  );
  // The board leaves out what is closed, so only the unfiltered table can tell that there is nothing at all.
  const empty =
    nothing &&
    !filtered &&
    view !== 'feedback' &&
    (!source || view === 'table' || view === 'timeline');
  return (
    <ItemEditing
      entityRef={entityRef}
      may={may}
      items={items}
      categories={categories}
      onOpen={open}
    >
      {source && <SourceBanner source={source} />}
      <OtherSources sources={data.otherSources} />
      {empty && may?.create && (
        <div className={classes.start}>
          <CreateButton />
        </div>
      )}
      {empty && source?.state !== 'failed' && source?.state !== 'pending' && (
        <RoadmapTeaching source={source} />
      )}
      {!empty && (
        <>
          <RoadmapFilters
            asked={asked}
            categories={categories}
            onClear={clear}
            end={
              view !== 'feedback' && (
                <>
                  <EntitySharing query={filter} />
                  <CreateButton />
                </>
              )
            }
          />
          {view !== 'feedback' && (
            <div className={classes.count}>
              <span role="status">
                {t('roadmap.count', { count: totalItems })}
              </span>
              {source && <SourceLine source={source} />}
            </div>
          )}
          {totalItems > items.length && items.length >= MOST_ITEMS && (
            <Typography gutterBottom>
              {t('roadmap.editing.tooMany', {
                number: String(items.length),
                total: String(totalItems),
              })}
            </Typography>
          )}
          <div className={isPlaceholderData ? classes.updating : undefined}>
            {nothing && view !== 'feedback' && (
              <Typography className={classes.none}>
                {t(filtered ? 'roadmap.noMatch' : 'roadmap.noneOpen')}
              </Typography>
            )}
            <Suspense fallback={<Loading what={t('roadmap.what')} />}>
              {view === 'board' && !nothing && (
                <RoadmapBoard
                  items={items}
                  by={by}
                  partial={totalItems > items.length}
                />
              )}
              {view === 'table' && !nothing && (
                <RoadmapTable items={items} pageSize={props.pageSize} />
              )}
              {view === 'priorities' && !nothing && (
                <Priorities items={items} />
              )}
              {view === 'timeline' && !nothing && (
                <EntityTimeline
                  entityRef={entityRef}
                  items={items}
                  editable={may?.update ?? false}
                  onOpen={open}
                />
              )}
              {view === 'feedback' && <EntityFeedback entityRef={entityRef} />}
            </Suspense>
          </div>
        </>
      )}
      {panel}
    </ItemEditing>
  );
}
