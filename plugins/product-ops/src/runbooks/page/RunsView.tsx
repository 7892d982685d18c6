import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ListAllRunbookRunsQuery,
  RunbookRunReason,
  RunbookRunStatus,
} from '@productops/backstage-plugin-product-ops-common';
import { useAllRuns } from '../../api/runsHooks';
import {
  CalmLine,
  FilterButton,
  Missing,
  Pager,
  Panel,
  Toolbar,
  useUrlState,
} from '../../components';
import { runbooksRouteRef } from '../../routes';
import { useText } from '../../useText';
import { RunLines } from '../runs/RunLines';
import { EntityFilters } from './EntityFilters';

const useStyles = makeStyles(
  (theme: Theme) => ({ above: { marginBottom: theme.spacing(2) } }),
  { name: 'ProductOpsRunsView' },
);

const STATUSES: RunbookRunStatus[] = ['running', 'paused', 'closed'];
const REASONS: RunbookRunReason['kind'][] = [
  'incident',
  'alert',
  'drill',
  'change',
  'other',
];
const FILTERS = ['status', 'reason', 'product', 'team'] as const;

/** The runs of all entities: those that go on first, then the latest first. */
export function RunsView() {
  const t = useText();
  const url = useUrlState();
  const status = STATUSES.filter(one => url.getAll('status').includes(one));
  const reason = REASONS.filter(one => url.getAll('reason').includes(one));
  const product = url.get('product');
  const team = url.get('team');
  const cursor = url.get('cursor');
  const query: ListAllRunbookRunsQuery = {
    limit: 20,
    ...(status.length && { status }),
    ...(reason.length && { reason }),
    ...(product && { product }),
    ...(team && { team }),
    ...(cursor && { cursor }),
  };
  const { data, error, refetch } = useAllRuns(query);
  const filtered = Boolean(status.length || reason.length || product || team);
  const clear = () =>
    url.patch(Object.fromEntries(FILTERS.map(name => [name, undefined])));
  return (
    <>
      <Toolbar
        label={t('common.filters')}
        onClear={filtered ? clear : undefined}
      >
        <FilterButton
          label={t('runbooks.runs.status')}
          options={STATUSES.map(value => ({
            value,
            label: t(`runbooks.runs.statuses.${value}`),
          }))}
          selected={status}
          onChange={values => url.patch({ status: values })}
        />
        <FilterButton
          label={t('runbooks.runs.reason')}
          options={REASONS.map(value => ({
            value,
            label: t(`runbooks.runs.reasons.${value}`),
          }))}
          selected={reason}
          onChange={values => url.patch({ reason: values })}
        />
        <EntityFilters />
      </Toolbar>
      {data ? (
        <Panel title={t('runbooks.runs.title')} count={data.totalItems}>
          {data.items.length > 0 ? (
            <RunLines runs={data.items} of="all" />
          ) : (
            <CalmLine>
              {t(filtered ? 'runbooks.runs.noMatch' : 'runbooks.runs.noneYet')}
            </CalmLine>
          )}
          <Pager
            pageInfo={data.pageInfo}
            onCursor={next => url.patch({ cursor: next })}
          />
        </Panel>
      ) : (
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || cursor ? clear : undefined}
          what={t('runbooks.runs.title')}
        />
      )}
    </>
  );
}

/** The runs that go on at this moment, above the library; nothing where there are none. */
export function RunsInProgress() {
  const classes = useStyles();
  const t = useText();
  const page = useRouteRef(runbooksRouteRef);
  const { data } = useAllRuns({ status: ['running', 'paused'], limit: 5 });
  if (!data?.totalItems) {
    return null;
  }
  return (
    <div className={classes.above}>
      <Panel
        title={t('runbooks.runs.inProgress')}
        count={data.totalItems}
        action={<Link to={`${page()}/runs`}>{t('runbooks.runs.all')}</Link>}
      >
        <RunLines runs={data.items} of="all" />
      </Panel>
    </div>
  );
}
