import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  PlanMix,
  PlanMixPeriod,
} from '@productops/backstage-plugin-product-ops-common';
import {
  Choice,
  Missing,
  Muted,
  Panel,
  readableDate,
  SortField,
  Subheading,
} from '../../components';
import { useText } from '../../useText';
import { PERIODS, useMixPeriod } from './mixPeriod';
import { StackedBar } from './StackedBar';
import { usePlanMix } from './usePlan';
import type { PlanQuery } from './usePlanQuery';

const DIVISIONS = ['classes', 'categories', 'origins'] as const;
type Division = (typeof DIVISIONS)[number];
const MOST_TEAMS = 8;

const useStyles = makeStyles(
  (theme: Theme) => ({
    choices: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(0, 4),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'ProductOpsPlanMix' },
);

/** Why some items are in no bar. */
function Uncounted(props: { uncounted: PlanMix['uncounted'] }) {
  const t = useText();
  const reasons = (
    ['no-effort', 'no-dates', 'outside', 'deferred', 'dropped'] as const
  )
    .filter(reason => props.uncounted[reason] > 0)
    .map(reason =>
      t(`roadmap.plan.mix.uncounted.${reason}`, {
        number: String(props.uncounted[reason]),
      }),
    );
  return reasons.length > 0 ? (
    <Muted>
      {t('roadmap.plan.mix.notCounted', { reasons: reasons.join(', ') })}
    </Muted>
  ) : null;
}

/** What effort goes into: by period and by team, what is new and what keeps things running. */
export function MixPanel(props: { plan: PlanQuery }) {
  const { plan } = props;
  const { url, filter } = plan;
  const classes = useStyles();
  const t = useText();
  const division: Division =
    DIVISIONS.find(one => one === url.get('mix')) ?? 'classes';
  const { period, query } = useMixPeriod();
  const { data, error, refetch } = usePlanMix({ ...filter, ...query });
  const sharesOf = (one: PlanMixPeriod) => one[division];
  return (
    <Panel
      title={t('roadmap.plan.mix.title')}
      action={
        <span className={classes.choices}>
          <SortField
            label={t('roadmap.plan.mix.period')}
            value={period}
            options={PERIODS.map(value => ({
              value,
              label: t(`roadmap.plan.mix.periods.${value}`),
            }))}
            onChange={value =>
              url.patch(
                { period: value === 'half' ? undefined : value },
                { replace: true },
              )
            }
          />
          <Choice
            label={t('roadmap.plan.mix.by')}
            value={division}
            options={DIVISIONS.map(value => ({
              value,
              label: t(`roadmap.plan.mix.divisions.${value}`),
            }))}
            onChange={value =>
              url.patch(
                { mix: value === 'classes' ? undefined : value },
                { replace: true },
              )
            }
          />
        </span>
      }
    >
      {!data && (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('roadmap.plan.mix.what')}
          rows={[120]}
        />
      )}
      {data && data.whole.effort === 0 && (
        <Muted>{t('roadmap.plan.mix.none')}</Muted>
      )}
      {data && data.whole.effort > 0 && (
        <div className={classes.columns}>
          <div>
            <Subheading>{t('roadmap.plan.mix.byPeriod')}</Subheading>
            <ul
              className={classes.list}
              aria-label={t('roadmap.plan.mix.byPeriod')}
            >
              <StackedBar
                title={`${readableDate(data.whole.start)} – ${readableDate(
                  data.whole.end,
                )}`}
                shares={sharesOf(data.whole)}
              />
              {data.periods.map(one => (
                <StackedBar
                  key={one.label}
                  title={one.label}
                  shares={sharesOf(one)}
                />
              ))}
            </ul>
          </div>
          <div>
            <Subheading>{t('roadmap.plan.mix.byTeam')}</Subheading>
            <ul
              className={classes.list}
              aria-label={t('roadmap.plan.mix.byTeam')}
            >
              {data.teams.slice(0, MOST_TEAMS).map(team => (
                <StackedBar
                  key={team.id}
                  title={team.title}
                  shares={team.classes}
                />
              ))}
            </ul>
            {data.teams.length > MOST_TEAMS && (
              <Muted>
                {t('common.more', {
                  number: String(data.teams.length - MOST_TEAMS),
                })}
              </Muted>
            )}
          </div>
        </div>
      )}
      {data && <Uncounted uncounted={data.uncounted} />}
    </Panel>
  );
}
