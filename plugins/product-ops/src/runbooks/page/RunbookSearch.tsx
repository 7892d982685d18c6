import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  RunbookType,
  SearchRunbooksQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { useRunbookSearch } from '../../api/runbooksHooks';
import {
  FilterButton,
  Missing,
  mutedInk,
  Pager,
  SearchField,
  Tag,
  Toolbar,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { RunbookReader } from '../RunbookReader';
import { RunbookTeaching } from '../RunbookTeaching';
import { EntityFilters } from './EntityFilters';
import { HitList } from './HitList';
import { PageViews } from './PageViews';
import { RunsInProgress } from './RunsView';
import { useListFilters } from './useListFilters';

const TYPES: RunbookType[] = [
  'incident',
  'operational',
  'maintenance',
  'recovery',
];

/** Whether only those that want a review, or only those that do not. */
const STANDINGS = ['true', 'false'] as const;

const useStyles = makeStyles(
  (theme: Theme) => ({
    count: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      margin: theme.spacing(0, 0, 1.5),
    },
    none: { padding: theme.spacing(3, 0), textAlign: 'center' },
  }),
  { name: 'ProductOpsRunbookSearch' },
);

/** What the address asks of the search. */
function useSearchState() {
  const url = useUrlState();
  const type = TYPES.filter(one => url.getAll('type').includes(one));
  const q = url.get('q')?.slice(0, 200);
  const stale = STANDINGS.find(one => one === url.get('stale'));
  const list = useListFilters({ type, q, stale });
  const query: SearchRunbooksQuery = {
    limit: 20,
    ...(type.length && { type }),
    ...(q && { q }),
    ...(stale && { stale: stale === 'true' }),
    ...list.asked,
  };
  return { ...list, query, selected: { type, q, stale } };
}

function SearchFilters(props: { state: ReturnType<typeof useSearchState> }) {
  const { url, selected, onClear } = props.state;
  const t = useText();
  return (
    <Toolbar label={t('common.filters')} onClear={onClear}>
      <SearchField
        label={t('runbooks.page.searchLabel')}
        value={selected.q ?? ''}
        onChange={text =>
          url.patch({ q: text || undefined }, { replace: true })
        }
      />
      <EntityFilters />
      <FilterButton
        label={t('runbooks.type')}
        options={TYPES.map(value => ({
          value,
          label: t(`runbooks.types.${value}`),
        }))}
        selected={selected.type}
        onChange={type => url.patch({ type })}
      />
      <FilterButton
        label={t('runbooks.reviews.standing')}
        options={STANDINGS.map(value => ({
          value,
          label: t(
            value === 'true'
              ? 'runbooks.reviews.stale'
              : 'runbooks.reviews.fresh',
          ),
        }))}
        selected={selected.stale ? [selected.stale] : []}
        onChange={values => url.patch({ stale: values[values.length - 1] })}
      />
    </Toolbar>
  );
}

function SearchResults(props: { state: ReturnType<typeof useSearchState> }) {
  const { url, query, filtered, onClearFailed } = props.state;
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch, isPlaceholderData } = useRunbookSearch(query);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={onClearFailed}
        what={t('runbooks.what')}
      />
    );
  }
  if (data.totalItems === 0 && !filtered) {
    return <RunbookTeaching />;
  }
  return (
    <>
      <div className={classes.count} role="status">
        {t('runbooks.count', { count: data.totalItems })}
        {data.matched === 'any' && ` · ${t('runbooks.page.any')}`}
      </div>
      {data.totalItems === 0 ? (
        <Typography className={classes.none}>
          {t('runbooks.noMatch')}
        </Typography>
      ) : (
        <HitList
          hits={data.items}
          updating={isPlaceholderData}
          note={({ answers }) =>
            answers && <Tag tone="ok">{t('runbooks.page.answers')}</Tag>
          }
        />
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={next => url.patch({ cursor: next })}
      />
    </>
  );
}

/** The runbooks of all entities, to be found by alert, symptom, product and team; or the one that the address names. */
export function RunbookSearch() {
  const state = useSearchState();
  const of = state.url.get('of');
  const id = state.url.get('runbook');
  if (of && id) {
    return <RunbookReader key={`${of} ${id}`} entityRef={of} id={id} />;
  }
  return (
    <>
      <PageViews view="library" />
      {!state.filtered && <RunsInProgress />}
      <SearchFilters state={state} />
      <SearchResults state={state} />
    </>
  );
}
