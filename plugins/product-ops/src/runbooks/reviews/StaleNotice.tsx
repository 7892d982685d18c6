import { useId, type ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  Runbook,
  RunbookStaleReason,
} from '@productops/backstage-plugin-product-ops-common';
import { OutLink, toneColors, When } from '../../components';
import { useText } from '../../useText';
import { useRunbooksTab } from '../authoring/AuthorBar';

const useStyles = makeStyles(
  (theme: Theme) => {
    const tone = toneColors(theme, 'warn');
    return {
      root: {
        border: `1px solid ${tone.border}`,
        background: tone.background,
        color: tone.ink,
        borderRadius: 8,
        padding: theme.spacing(1.25, 2),
        marginBottom: theme.spacing(2),
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(1, 2),
        overflowWrap: 'anywhere',
        '& a': { color: 'inherit', textDecoration: 'underline' },
      },
      text: { flex: '1 1 260px', minWidth: 0 },
      title: {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(0.75),
        fontSize: '0.95rem',
        fontWeight: 700,
      },
      reasons: {
        margin: theme.spacing(0.25, 0, 0),
        paddingLeft: theme.spacing(2.5),
        fontSize: '0.9rem',
      },
    };
  },
  { name: 'ProductOpsStaleNotice' },
);

/** One reason, with the way to where it comes from. */
function Reason(props: {
  entityRef: string;
  reason: RunbookStaleReason;
  sourceUrl?: string;
}) {
  const { entityRef, reason, sourceUrl } = props;
  const t = useText();
  const tab = useRunbooksTab(entityRef);
  return (
    <li>
      {reason.message}
      {reason.at && (
        <>
          {' · '}
          <When value={reason.at} />
        </>
      )}
      {reason.run && (
        <>
          {' · '}
          <Link to={tab({ run: reason.run })}>{t('runbooks.reviews.run')}</Link>
        </>
      )}
      {reason.line !== undefined && (
        <>
          {' · '}
          <OutLink url={sourceUrl && `${sourceUrl}#L${reason.line}`}>
            {t('runbooks.line', { number: String(reason.line) })}
          </OutLink>
        </>
      )}
    </li>
  );
}

/** Why a runbook may not be right any more, above its text; nothing where it is fresh. */
export function StaleNotice(props: {
  entityRef: string;
  runbook: Runbook;
  action?: ReactNode;
}) {
  const { staleBecause = [], sourceUrl } = props.runbook;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  if (staleBecause.length === 0) {
    return null;
  }
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div className={classes.text}>
        <Typography component="h3" id={id} className={classes.title}>
          <WarningIcon aria-hidden fontSize="small" />
          {t('runbooks.reviews.why')}
        </Typography>
        <ul className={classes.reasons}>
          {staleBecause.map((reason, index) => (
            <Reason
              key={index}
              entityRef={props.entityRef}
              reason={reason}
              sourceUrl={sourceUrl}
            />
          ))}
        </ul>
      </div>
      {props.action}
    </section>
  );
}
