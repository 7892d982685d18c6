import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import CheckIcon from '@material-ui/icons/Check';
import {
  readableDuration,
  type EntityOverview,
} from '@productops/backstage-plugin-product-ops-common';
import {
  line,
  mutedInk,
  Panel,
  Tag,
  Teach,
  useEntityPath,
} from '../components';
import { RECOVERY_ANNOTATION_LINES, RECOVERY_LINES } from '../documents';
import { useText } from '../useText';
import { verdictOf } from '../runbooks/recovery/words';
import { tierMeaning } from './TierTag';

const useStyles = makeStyles(
  (theme: Theme) => ({
    facts: {
      margin: 0,
      fontSize: '0.9rem',
      '& > div': {
        display: 'grid',
        gridTemplateColumns: 'minmax(90px, 2fr) 3fr',
        gap: theme.spacing(1),
        padding: theme.spacing(0.9, 0),
        borderTop: `1px solid ${line(theme)}`,
        '&:first-child': { borderTop: 'none', paddingTop: 0 },
      },
      '& dt': { color: mutedInk(theme) },
      '& dd': {
        margin: 0,
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0.5, 0.75),
        alignItems: 'center',
      },
    },
    muted: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsOperations' },
);

/** How it is kept running: tier, promised recovery, and how fresh its runbooks are. */
export function OperationsPanel(props: {
  overview: EntityOverview;
  isProduct: boolean;
}) {
  const { operations, runbooks, entity } = props.overview;
  const { tier, rto, rpo } = operations;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const to = path(entity, 'runbooks');
  const { drill } = operations;
  const promise = (value: string | undefined, of: 'time' | 'loss') => {
    if (drill) {
      return (
        <span>
          {verdictOf(t, { promised: value, of, drill }) ??
            t('overview.notPromised')}
        </span>
      );
    }
    return value ? (
      <span>
        <strong>{readableDuration(value)}</strong>{' '}
        <span className={classes.muted}>{t('overview.promised')}</span>
      </span>
    ) : (
      <span className={classes.muted}>{t('overview.notPromised')}</span>
    );
  };
  return (
    <Panel
      title={t('overview.operations')}
      action={<Link to={to}>{t('overview.openRunbooks')}</Link>}
    >
      <dl className={classes.facts}>
        <div>
          <dt>{t('overview.tier')}</dt>
          <dd>{tier ? tierMeaning(tier, t) : t('tier.none')}</dd>
        </div>
        <div>
          <dt>{t('overview.recoveryTime')}</dt>
          <dd>{promise(rto, 'time')}</dd>
        </div>
        <div>
          <dt>{t('overview.dataLoss')}</dt>
          <dd>{promise(rpo, 'loss')}</dd>
        </div>
        <div>
          <dt>{t('overview.runbooks')}</dt>
          <dd>
            {runbooks.total === 0 ? (
              <span className={classes.muted}>
                {t('overview.runbooksNone')}
              </span>
            ) : (
              <>
                <strong>{runbooks.total}</strong>
                {runbooks.total > runbooks.stale && (
                  <Tag tone="ok" icon={<CheckIcon aria-hidden />}>
                    {t('overview.runbooksFresh', {
                      fresh: String(runbooks.total - runbooks.stale),
                    })}
                  </Tag>
                )}
                {runbooks.stale > 0 && (
                  <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
                    {t('overview.runbooksStale', {
                      stale: String(runbooks.stale),
                    })}
                  </Tag>
                )}
              </>
            )}
          </dd>
        </div>
      </dl>
      {!rto && !rpo && (
        <Teach
          text={t('overview.noPromise')}
          lines={[
            {
              label: t('common.addTo', { file: 'catalog-info.yaml' }),
              text: props.isProduct
                ? RECOVERY_LINES
                : RECOVERY_ANNOTATION_LINES,
            },
          ]}
        />
      )}
    </Panel>
  );
}
