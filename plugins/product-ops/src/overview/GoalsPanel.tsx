import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Goal } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, OnDate, Panel, Teach } from '../components';
import { GOAL_LINES } from '../documents';
import { useGoalPath } from '../roadmap/goals/useGoalPath';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(2),
    },
    goal: { fontSize: '0.9rem', minWidth: 0, overflowWrap: 'anywhere' },
    title: { fontWeight: 700 },
    muted: { color: mutedInk(theme), fontSize: '0.85rem' },
    values: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
      marginTop: 4,
    },
    bar: {
      height: 8,
      borderRadius: 4,
      background: line(theme),
      overflow: 'hidden',
      margin: theme.spacing(0.5, 0),
    },
    done: {
      display: 'block',
      height: '100%',
      background: theme.palette.primary.main,
    },
  }),
  { name: 'ProductOpsGoals' },
);

function GoalEntry(props: { goal: Goal; entityRef: string }) {
  const { goal } = props;
  const path = useGoalPath()(props.entityRef, goal.id);
  const { metric, items } = goal;
  const classes = useStyles();
  const t = useText();
  const withUnit = (value: number | undefined) =>
    value === undefined
      ? undefined
      : `${value.toLocaleString()} ${metric?.unit ?? ''}`.trim();
  const percent =
    metric?.progress === undefined
      ? undefined
      : Math.round(Math.min(1, Math.max(0, metric.progress)) * 100);
  const from = withUnit(metric?.baseline);
  const target = withUnit(metric?.target);
  const current = withUnit(metric?.current);
  return (
    <li className={classes.goal}>
      <span className={classes.title}>
        {path ? <Link to={path}>{goal.title}</Link> : goal.title}
      </span>{' '}
      {goal.due && (
        <span className={classes.muted}>
          {t('common.due', { date: <OnDate value={goal.due} /> })}
        </span>
      )}
      {metric && (
        <div className={classes.values}>
          <span>
            {current ?? t('overview.goalNoNumber', { metric: metric.name })}{' '}
            {from && (
              <span className={classes.muted}>
                {t('overview.goalFrom', { value: from })}
              </span>
            )}
          </span>
          {target && (
            <span className={classes.muted}>
              {t('overview.goalTarget', { value: target })}
            </span>
          )}
        </div>
      )}
      {percent !== undefined && (
        <div
          role="progressbar"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-label={t('overview.goalProgress', {
            title: goal.title,
            percent: String(percent),
          })}
          className={classes.bar}
        >
          <span className={classes.done} style={{ width: `${percent}%` }} />
        </div>
      )}
      <div className={classes.muted}>
        {items.total > 0
          ? t('overview.goalItems', {
              count: items.total,
              done: String(items.done),
            })
          : t('overview.goalNoItems')}
      </div>
    </li>
  );
}

/** What the company wants of it, and how far it is. */
export function GoalsPanel(props: { goals: Goal[]; entityRef: string }) {
  const { goals, entityRef } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <Panel title={t('overview.goals')}>
      {goals.length === 0 ? (
        <Teach
          text={t('overview.noGoals')}
          lines={[
            {
              label: t('common.addTo', { file: 'catalog-info.yaml' }),
              text: GOAL_LINES,
            },
          ]}
        />
      ) : (
        <ul className={classes.list}>
          {goals.map(goal => (
            <GoalEntry key={goal.id} goal={goal} entityRef={entityRef} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
