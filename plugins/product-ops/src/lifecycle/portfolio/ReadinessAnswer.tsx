import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  ReadinessGroup,
  ReadinessPage,
} from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, Sparkline, When } from '../../components';
import { useText } from '../../useText';
import { missed } from './missed';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { marginBottom: theme.spacing(2) },
    answer: { fontSize: '1.15rem', fontWeight: 700, overflowWrap: 'anywhere' },
    most: { overflowWrap: 'anywhere' },
    line: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'ProductOpsReadinessAnswer' },
);

/** The answer before the data: how many are ready, what most of them miss, and whether it gets better. */
export function ReadinessAnswer(props: {
  page: ReadinessPage;
  /** The check that is asked for. */
  check?: ReadinessGroup;
  /** The check that most miss. */
  worst?: ReadinessGroup;
}) {
  const { page, check, worst } = props;
  const { entities, ready } = page.total;
  const classes = useStyles();
  const t = useText();
  const numbers = { ready: String(ready), count: entities };
  const all = ready === entities;
  let answer: string = all
    ? t('readiness.allReady', { count: entities })
    : t('readiness.ready', numbers);
  if (check) {
    answer = t('readiness.passing', {
      ready: String(check.ready),
      count: check.entities,
      check: check.title,
    });
  }
  const least = worst && missed(worst) > 0 && !check ? worst : undefined;
  return (
    <div className={classes.root}>
      <div role="status">
        <Typography component="h2" className={classes.answer}>
          {answer}
        </Typography>
        {least && (
          <Typography className={classes.most}>
            {t('readiness.mostMiss', {
              check: least.title,
              count: missed(least),
            })}
          </Typography>
        )}
      </div>
      <div className={classes.line}>
        <Sparkline
          trend={page.trend.map(({ day, failed, open }) => ({
            day,
            count: failed + open,
          }))}
          words={({ before, when, now }) =>
            t('readiness.trend', { before, when, now })
          }
        />
        {page.evaluatedAt && (
          <span>
            {t('readiness.evaluated')} <When value={page.evaluatedAt} />
          </span>
        )}
      </div>
    </div>
  );
}
