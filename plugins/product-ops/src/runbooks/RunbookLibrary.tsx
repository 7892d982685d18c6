import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  ListRunbooksQuery,
  RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { useRunbooks } from '../api/hooks';
import {
  FilterButton,
  line,
  Missing,
  mutedInk,
  Pager,
  SearchField,
  Toolbar,
  useUrlState,
} from '../components';
import { SourceBanner, SourceLine } from '../documents';
import { useText } from '../useText';
import { WriteHere } from './authoring/WriteHere';
import { RunbookTeaching } from './RunbookTeaching';
import { RunbookRow } from './RunbookRow';

const TYPES: RunbookType[] = [
  'incident',
  'operational',
  'maintenance',
  'recovery',
];

/** How the Runbooks tab is set up. @public */
export interface RunbooksSettings {
  /** Runbooks on a page of the library, 1 to 100. */
  pageSize?: number;
}

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    paper: { border: `1px solid ${line(theme)}`, borderRadius: 8 },
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
  { name: 'ProductOpsRunbookLibrary' },
);

/** All runbooks of an entity, to be found by title, file or alert. */
export function RunbookLibrary(
  props: RunbooksSettings & { entityRef: string },
) {
  const { entityRef, pageSize = 20 } = props;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const type = TYPES.filter(one => url.getAll('type').includes(one));
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListRunbooksQuery = {
    limit: pageSize,
    ...(cursor && { cursor }),
    ...(type.length && { type }),
    ...(q && { q }),
  };
  const { data, error, refetch, isPlaceholderData } = useRunbooks(
    entityRef,
    query,
  );
  const filtered = Boolean(type.length || q);
  const clear = () => url.patch({ type: undefined, q: undefined });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={filtered || cursor ? clear : undefined}
        what={t('runbooks.what')}
      />
    );
  }
  const source = data.sources.find(one => one.kind === 'runbooks');
  if (data.totalItems === 0 && !filtered) {
    return (
      <>
        {source && <SourceBanner source={source} />}
        {source?.state !== 'failed' && source?.state !== 'pending' && (
          <RunbookTeaching entityRef={entityRef} source={source} />
        )}
      </>
    );
  }
  return (
    <div>
      {source && <SourceBanner source={source} />}
      <Toolbar
        onClear={filtered ? clear : undefined}
        label={t('common.filters')}
      >
        <SearchField
          label={t('runbooks.searchLabel')}
          value={q ?? ''}
          onChange={text =>
            url.patch({ q: text || undefined }, { replace: true })
          }
        />
        <FilterButton
          label={t('runbooks.type')}
          options={TYPES.map(value => ({
            value,
            label: t(`runbooks.types.${value}`),
          }))}
          selected={type}
          onChange={selected => url.patch({ type: selected })}
        />
      </Toolbar>
      <div className={classes.count}>
        <span role="status">
          {t('runbooks.count', { count: data.totalItems })}
        </span>
        {source && <SourceLine source={source} />}
        <WriteHere entityRef={entityRef} />
      </div>
      {data.totalItems === 0 ? (
        <Typography className={classes.none}>
          {t('runbooks.noMatch')}
        </Typography>
      ) : (
        <Paper
          elevation={0}
          className={`${classes.paper} ${
            isPlaceholderData ? classes.updating : ''
          }`}
        >
          <ul className={classes.list}>
            {data.items.map(runbook => (
              <RunbookRow
                key={runbook.id}
                runbook={runbook}
                to={url.hrefWith({ runbook: runbook.id, cursor })}
              />
            ))}
          </ul>
        </Paper>
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={next => url.patch({ cursor: next })}
      />
    </div>
  );
}
