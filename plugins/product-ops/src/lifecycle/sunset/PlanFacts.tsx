import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { SunsetPlan } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  linksInText,
  mutedInk,
  OnDate,
  When,
} from '../../components';
import { useText } from '../../useText';
import { PLAN_DATES } from './planProblems';

const useStyles = makeStyles(
  (theme: Theme) => ({
    facts: {
      margin: theme.spacing(1, 0),
      fontSize: '0.9rem',
      '& > div': {
        display: 'grid',
        gridTemplateColumns: '130px minmax(0, 1fr)',
        gap: theme.spacing(1),
        padding: theme.spacing(0.6, 0),
        borderTop: `1px solid ${line(theme)}`,
      },
      '& > div:first-child': { borderTop: 'none' },
      '& dt': { color: mutedInk(theme) },
      '& dd': {
        margin: 0,
        overflowWrap: 'anywhere',
        whiteSpace: 'pre-line',
        ...linksInText,
      },
      [theme.breakpoints.down('xs')]: {
        '& > div': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
      },
    },
    far: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsPlanFacts' },
);

/** What a plan says: what takes over, when it ends, and who planned it. */
export function PlanFacts(props: { plan: SunsetPlan }) {
  const { plan } = props;
  const { successor, message, changedBy, changedAt } = plan;
  const classes = useStyles();
  const t = useText();
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('sunset.successor')}</dt>
        <dd>
          {successor ? (
            <EntityName entity={successor} />
          ) : (
            t('sunset.noSuccessor')
          )}
        </dd>
      </div>
      {PLAN_DATES.map(name => {
        const date = plan[name];
        return (
          date && (
            <div key={name}>
              <dt>{t(`sunset.${name}`)}</dt>
              <dd>
                <OnDate value={date} />{' '}
                <span className={classes.far}>
                  (<When value={date} />)
                </span>
              </dd>
            </div>
          )
        );
      })}
      {message && (
        <div>
          <dt>{t('sunset.message')}</dt>
          <dd>{message}</dd>
        </div>
      )}
      <div>
        <dt>{t('sunset.begun')}</dt>
        <dd>
          <EntityName entity={plan.begunBy} />{' '}
          <span className={classes.far}>
            <When value={plan.begunAt} />
          </span>
        </dd>
      </div>
      {changedBy && changedAt && (
        <div>
          <dt>{t('sunset.changed')}</dt>
          <dd>
            <EntityName entity={changedBy} />{' '}
            <span className={classes.far}>
              <When value={changedAt} />
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
