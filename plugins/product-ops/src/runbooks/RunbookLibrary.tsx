import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  readableDuration,
  type ListRunbooksQuery,
  type RunbookSummary,
  type RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { useRunbooks } from '../api/hooks';
import {
  FilterButton,
  line,
  Missing,
  mutedInk,
  Pager,
  SearchField,
  Tag,
  Toolbar,
  useUrlState,
  When,
} from '../components';
import { SourceBanner, SourceLine } from '../documents';
import { useText } from '../useText';
import { RunbookTeaching } from './RunbookTeaching';
import { FreshnessTag, RunbookTypeTag } from './tags';

const TYPES: RunbookType[] = [
  'incident',
  'operational',
  'maintenance',
  'recovery',
];
/** So many alerts are named in a row; the rest is a number. */
const ALERTS = 4;

/** How the Runbooks tab is set up. @public */
export interface RunbooksSettings {
  /** Runbooks on a page of the library, 1 to 100. */
  pageSize?: number;
}

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      padding: theme.spacing(1.5, 2),
      borderTop: `1px solid ${line(theme)}`,
      display: 'grid',
      gap: theme.spacing(0.5, 2),
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '&:first-child': { borderTop: 'none' },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    paper: { border: `1px solid ${line(theme)}`, borderRadius: 8 },
    title: { fontWeight: 700, fontSize: '0.95rem', overflowWrap: 'anywhere' },
    summary: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      display: '-webkit-box',
      '-webkit-line-clamp': 2,
      '-webkit-box-orient': 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    small: { color: mutedInk(theme), fontSize: '0.82rem' },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      alignItems: 'center',
      alignContent: 'flex-start',
      fontSize: '0.82rem',
      color: mutedInk(theme),
      marginTop: 4,
    },
    end: {
      display: 'flex',
      gap: theme.spacing(0.5),
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'flex-end',
      alignContent: 'flex-start',
      [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
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
  { name: 'ProductOpsRunbookLibrary' },
);

function Row(props: { runbook: RunbookSummary; to: string }) {
  const { runbook, to } = props;
  const classes = useStyles();
  const t = useText();
  const { alerts, expectedDuration, lastReviewed } = runbook;
  const small = [
    t('runbooks.steps', { count: runbook.steps }),
    expectedDuration &&
      t('runbooks.takes', { duration: readableDuration(expectedDuration) }),
  ].filter(Boolean);
  return (
    <li className={classes.row}>
      <div>
        <Link to={to} className={classes.title}>
          {runbook.title}
        </Link>
        {runbook.summary && (
          <div className={classes.summary}>{runbook.summary}</div>
        )}
        <div className={classes.small}>
          {small.join(' · ')}
          {lastReviewed && (
            <>
              {' · '}
              {t('runbooks.reviewed')} <When value={lastReviewed} />
            </>
          )}
        </div>
        {alerts.length > 0 && (
          <div className={classes.tags}>
            {t('runbooks.alerts')}
            {alerts.slice(0, ALERTS).map((alert, index) => (
              <Tag key={index}>{alert}</Tag>
            ))}
            {alerts.length > ALERTS &&
              t('runbooks.alertsMore', {
                number: String(alerts.length - ALERTS),
              })}
          </div>
        )}
      </div>
      <div className={classes.end}>
        <FreshnessTag runbook={runbook} />
        <RunbookTypeTag type={runbook.type} />
      </div>
    </li>
  );
}

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
          <RunbookTeaching source={source} />
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
              <Row
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
