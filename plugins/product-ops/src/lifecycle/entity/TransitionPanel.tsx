import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  StageFileChange,
  StageTransition,
} from '@productops/backstage-plugin-product-ops-common';
import {
  Muted,
  OutLink,
  Panel,
  Snippet,
  Subheading,
  toneColors,
} from '../../components';
import { useText } from '../../useText';
import { Approvers } from './Approvers';
import { useAsk } from './asking';
import { EvidenceDialog } from './EvidenceDialog';
import { Blocking, TransitionFacts } from './TransitionFacts';

const useStyles = makeStyles(
  (theme: Theme) => ({
    hint: { fontWeight: 700, fontSize: '1rem' },
    facts: { fontSize: '0.92rem', overflowWrap: 'anywhere' },
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
    change: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.25, 1.5),
      margin: theme.spacing(1, 0),
      fontSize: '0.9rem',
      '& dt': { fontWeight: 700 },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
      '& code': {
        fontFamily: 'Menlo, Consolas, "DejaVu Sans Mono", monospace',
        fontSize: '0.85rem',
        padding: '1px 6px',
        borderRadius: 4,
      },
    },
    old: {
      background: toneColors(theme, 'bad').background,
      color: toneColors(theme, 'bad').ink,
    },
    new: {
      background: toneColors(theme, 'ok').background,
      color: toneColors(theme, 'ok').ink,
    },
  }),
  { name: 'ProductOpsLifecycleTransition' },
);

/** The exact change of the file that completes an approved move. */
function Change(props: { change: StageFileChange; stage: string }) {
  const { file = 'catalog-info.yaml', line, href, yaml } = props.change;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      <Subheading>{t('lifecycleTab.change')}</Subheading>
      <div>{t('lifecycleTab.changeText')}</div>
      <dl
        className={classes.change}
        aria-label={
          line === undefined
            ? file
            : t('lifecycleTab.changeAt', { file, line: String(line) })
        }
      >
        <dt>
          {line === undefined
            ? file
            : t('lifecycleTab.changeAt', { file, line: String(line) })}
        </dt>
        <dd>
          {href && (
            <OutLink url={href}>{t('overview.editFile', { file })}</OutLink>
          )}
        </dd>
        {props.change.old && (
          <>
            <dt>{t('lifecycleTab.oldLine')}</dt>
            <dd>
              <code className={classes.old}>{props.change.old}</code>
            </dd>
          </>
        )}
        <dt>{t('lifecycleTab.newLine')}</dt>
        <dd>
          <code className={classes.new}>{props.change.new}</code>
        </dd>
      </dl>
      <Snippet label={t('lifecycleTab.changeIn', { file })} text={yaml} />
      <Muted>{t('lifecycleTab.completes', { stage: props.stage })}</Muted>
    </>
  );
}

function Buttons(props: { transition: StageTransition }) {
  const { transition } = props;
  const { mayApprove, mayWithdraw } = transition;
  const t = useText();
  const ask = useAsk();
  return (
    <>
      {mayApprove && (
        <>
          <Button
            variant="contained"
            color="primary"
            size="small"
            aria-haspopup="dialog"
            onClick={() =>
              ask({ what: 'decide', transition, decision: 'approve' })
            }
          >
            {t('lifecycleTab.approve')}
          </Button>
          <Button
            variant="outlined"
            color="primary"
            size="small"
            aria-haspopup="dialog"
            onClick={() =>
              ask({ what: 'decide', transition, decision: 'refuse' })
            }
          >
            {t('lifecycleTab.refuse')}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button
          size="small"
          aria-haspopup="dialog"
          onClick={() =>
            ask({ what: 'decide', transition, decision: 'withdraw' })
          }
        >
          {t('lifecycleTab.withdraw')}
        </Button>
      )}
    </>
  );
}

/** The move that is under way, or how the last one ended. */
export function TransitionPanel(props: { transition: StageTransition }) {
  const { transition } = props;
  const { id, to, state, hint, approvers, change } = transition;
  const classes = useStyles();
  const t = useText();
  const [evidence, setEvidence] = useState(false);
  const open = state === 'requested' || state === 'approved';
  return (
    <Panel
      title={
        open
          ? t('lifecycleTab.transition', { stage: to.title })
          : t('lifecycleTab.lastTransition', { stage: to.title })
      }
    >
      {open && hint && <Typography className={classes.hint}>{hint}</Typography>}
      <div className={classes.facts}>
        <TransitionFacts transition={transition} />
        <Blocking transition={transition} />
        {state === 'requested' && approvers.length > 0 && (
          <>
            <Subheading>{t('lifecycleTab.approvers')}</Subheading>
            <Approvers
              label={t('lifecycleTab.approvers')}
              approvers={approvers}
            />
            {transition.fourEyes && <Muted>{t('lifecycleTab.fourEyes')}</Muted>}
          </>
        )}
        {state === 'approved' && change && (
          <Change change={change} stage={to.title} />
        )}
      </div>
      <div className={classes.buttons}>
        <Buttons transition={transition} />
        <Button
          size="small"
          color="primary"
          aria-haspopup="dialog"
          aria-label={t('lifecycleTab.evidenceOf', { stage: to.title })}
          onClick={() => setEvidence(true)}
        >
          {t('lifecycleTab.showEvidence')}
        </Button>
      </div>
      {evidence && (
        <EvidenceDialog id={id} onClose={() => setEvidence(false)} />
      )}
    </Panel>
  );
}
