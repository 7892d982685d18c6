import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useReadiness } from '../../api/lifecyclePortfolioHooks';
import {
  CalmLine,
  Lines,
  Missing,
  Muted,
  Panel,
  Strong,
} from '../../components';
import { useText } from '../../useText';
import { missed } from './missed';
import { ReadinessBar } from './ReadinessBar';
import { useProductsPath } from './useProductsPath';

const useStyles = makeStyles(
  (theme: Theme) => ({ most: { marginTop: theme.spacing(1) } }),
  { name: 'ProductOpsTeamReadiness' },
);

/** So many checks are named on the card. */
const NAMED = 3;

/** How ready what a team owns is, through its sub-teams too, and what most of it misses. */
export function TeamReadiness(props: { team: string }) {
  const { team } = props;
  const classes = useStyles();
  const t = useText();
  const path = useProductsPath();
  const { data, error, refetch } = useReadiness({
    by: 'check',
    owner: team,
    limit: NAMED,
  });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('readiness.what')}
        rows={[90]}
      />
    );
  }
  const { entities, ready, readiness } = data.total;
  const worst = data.items.filter(check => missed(check) > 0);
  if (entities === 0) {
    return (
      <Panel title={t('readiness.cardTitle')}>
        {t('readiness.cardNothing')}
      </Panel>
    );
  }
  const counts = { ready: String(ready), count: entities };
  return (
    <Panel title={t('readiness.cardTitle')}>
      <ReadinessBar
        readiness={{
          ...readiness,
          passed: ready,
          failed: entities - ready,
          open: 0,
          waived: 0,
        }}
      >
        {ready === entities ? (
          <CalmLine>{t('readiness.cardReady', counts)}</CalmLine>
        ) : (
          <Strong>{t('readiness.cardReady', counts)}</Strong>
        )}
      </ReadinessBar>
      {worst.length > 0 && (
        <div className={classes.most}>
          <Lines label={t('readiness.cardMost')}>
            {worst.map(check => (
              <li key={check.value}>
                <Link
                  to={path({
                    view: 'readiness',
                    by: 'entity',
                    owner: team,
                    check: check.value,
                  })}
                >
                  {check.title}
                </Link>
                <span>{missed(check)}</span>
              </li>
            ))}
          </Lines>
          <Muted>
            <Link to={path({ view: 'readiness', by: 'check', owner: team })}>
              {t('readiness.cardAll')}
            </Link>
          </Muted>
        </div>
      )}
    </Panel>
  );
}
