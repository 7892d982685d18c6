import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { GoalSummary } from '@productops/backstage-plugin-product-ops-common';
import { line, toneColors } from '../../components';
import { useText } from '../../useText';
import { percentOf, toneOfState } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    bar: {
      position: 'relative',
      height: 10,
      borderRadius: 5,
      background: line(theme),
      margin: theme.spacing(0.75, 0),
      maxWidth: 560,
    },
    // Where it should be by today: the words beside the bar say it too.
    expected: {
      position: 'absolute',
      top: -3,
      bottom: -3,
      width: 3,
      marginLeft: -1,
      borderRadius: 2,
      background: theme.palette.text.primary,
      boxShadow: `0 0 0 1px ${theme.palette.background.paper}`,
    },
  }),
  { name: 'ProductOpsGoalProgress' },
);

/** How far a goal is, against where it should be by today; nothing where nobody can tell. */
export function GoalProgress(props: {
  goal: Pick<GoalSummary, 'title' | 'standing'>;
}) {
  const { title, standing } = props.goal;
  const classes = useStyles();
  const t = useText();
  const { progress, expected, state } = standing;
  if (progress === undefined) {
    return null;
  }
  const percent = percentOf(progress);
  return (
    <div
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Number(percent)}
      aria-label={
        expected === undefined
          ? t('roadmap.goals.progress', { title, percent })
          : t('roadmap.goals.progressExpected', {
              title,
              percent,
              expected: percentOf(expected),
            })
      }
      className={classes.bar}
    >
      <GoalFill tone={toneOfState(state)} percent={percent} />
      {expected !== undefined && (
        <span
          className={classes.expected}
          style={{ left: `${percentOf(expected)}%` }}
        />
      )}
    </div>
  );
}

const useFill = makeStyles(
  (theme: Theme) => ({
    fill: (props: { tone: ReturnType<typeof toneOfState> }) => ({
      display: 'block',
      height: '100%',
      borderRadius: 5,
      minWidth: 3,
      background: toneColors(theme, props.tone).ink,
    }),
  }),
  { name: 'ProductOpsGoalFill' },
);

function GoalFill(props: {
  tone: ReturnType<typeof toneOfState>;
  percent: string;
}) {
  const classes = useFill({ tone: props.tone });
  return (
    <span className={classes.fill} style={{ width: `${props.percent}%` }} />
  );
}
