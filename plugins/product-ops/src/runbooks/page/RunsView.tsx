import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ListAllRunbookRunsQuery,
  RunbookRunReason,
  RunbookRunStatus,
} from '@productops/backstage-plugin-product-ops-common';
import { useAllRuns } from '../../api/runsHooks';
import { FilterButton, Panel, useUrlState } from '../../components';
import { runbooksRouteRef } from '../../routes';
import { useText } from '../../useText';
import { RunLines } from '../runs/RunLines';
import { FilteredList } from './FilteredList';
import { useListFilters } from './useListFilters';

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

/** The runs of all entities: those that go on first, then the latest first. */
export function RunsView() {
  const t = useText();
  const url = useUrlState();
  const status = STATUSES.filter(one => url.getAll('status').includes(one));
  const reason = REASONS.filter(one => url.getAll('reason').includes(one));
  const list = useListFilters({ status, reason });
  const query: ListAllRunbookRunsQuery = {
    limit: 20,
    ...(status.length && { status }),
    ...(reason.length && { reason }),
    ...list.asked,
  };
  return (
    <FilteredList
      title={t('runbooks.runs.title')}
      what={t('runbooks.runs.title')}
      none={t('runbooks.runs.noneYet')}
      noMatch={t('runbooks.runs.noMatch')}
      list={list}
      page={useAllRuns(query)}
      filters={
        <>
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
        </>
      }
    >
      {({ items }) => <RunLines runs={items} of="all" />}
    </FilteredList>
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
