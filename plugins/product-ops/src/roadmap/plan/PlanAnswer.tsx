import { makeStyles, type Theme } from '@material-ui/core/styles';
import { mutedInk, toneColors } from '../../components';
import { useText } from '../../useText';
import { periodOfDay } from './mixPeriod';
import { todayInUtc } from './timeline/days';
import type { PlanQuery } from './usePlanQuery';
import { usePlanConflicts, usePlanMix, usePlanSuggestions } from './usePlan';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      color: mutedInk(theme),
      margin: theme.spacing(0, 0, 1.5),
      fontSize: '0.95rem',
      '& a': { color: 'inherit', textDecoration: 'underline' },
    },
    bad: { color: toneColors(theme, 'bad').ink, fontWeight: 700 },
  }),
  { name: 'ProductOpsPlanAnswer' },
);

/** Which filters conflicts and suggestions have in common with the items. */
export function suggestionFilter({ filter }: PlanQuery) {
  const { product, team } = filter;
  return { ...(product && { product }), ...(team && { team }) };
}

/** How many items there are, what is wrong with them, and what effort goes into: in one line. */
export function PlanAnswer(props: {
  plan: PlanQuery;
  total: number | undefined;
}) {
  const { plan, total } = props;
  const classes = useStyles();
  const t = useText();
  const period = periodOfDay('half', todayInUtc());
  const { data: conflicts } = usePlanConflicts({ ...plan.filter, limit: 100 });
  const { data: suggestions } = usePlanSuggestions({
    ...suggestionFilter(plan),
    limit: 20,
  });
  const { data: mix } = usePlanMix({ ...plan.filter, ...period });
  const share = (id: string) =>
    mix?.whole.classes.find(one => one.id === id)?.share ?? 0;
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const parts = [
    total !== undefined && t('roadmap.count', { count: total }),
    conflicts && (
      <a href="#plan-conflicts">
        <span className={conflicts.totalItems > 0 ? classes.bad : undefined}>
          {t('roadmap.plan.timeline.conflicts', {
            count: conflicts.totalItems,
          })}
        </span>
      </a>
    ),
    suggestions && (
      <a href="#plan-suggestions">
        {t('roadmap.plan.suggestions.count', {
          count: suggestions.totalItems,
        })}
      </a>
    ),
    mix &&
      mix.whole.effort > 0 &&
      t('roadmap.plan.mix.answer', {
        fresh: percent(share('new')),
        running: percent(share('running')),
      }),
  ].filter(Boolean);
  return (
    <div role="status" className={classes.root}>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </div>
  );
}
