import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  fillCommand,
  type RunbookRunDetails,
  type RunbookStep,
  type RunStep,
} from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, Snippet, useUrlState } from '../../components';
import { useText } from '../../useText';
import { SafeMarkdown } from '../SafeMarkdown';
import type { Asked } from './CommandDialog';
import type { Outbox } from './useOutbox';

const useStyles = makeStyles(
  (theme: Theme) => ({
    body: { padding: theme.spacing(0.5) },
    expected: {
      color: mutedInk(theme),
      marginTop: theme.spacing(1),
      fontSize: '0.9rem',
    },
    // Large enough for a thumb, and four of them fit a phone.
    actions: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(72px, 1fr))',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
      maxWidth: 520,
      '& .MuiButton-root': {
        minHeight: 44,
        minWidth: 0,
        textTransform: 'none',
        lineHeight: 1.2,
      },
    },
  }),
  { name: 'ProductOpsRunStepBody' },
);

/** What a step asks to be done, with its commands filled in, and what can be said of it. */
export function RunStepBody(props: {
  step: RunStep;
  text: RunbookStep;
  run: RunbookRunDetails;
  mayAct: boolean;
  say: Outbox['say'];
  onAsk: (asked: Asked) => void;
}) {
  const { step, text, run, mayAct, say, onAsk } = props;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const markdown = (content: string) => (
    <SafeMarkdown
      content={content}
      links={run.links}
      hrefOf={({ runbook }) =>
        url.hrefWith({
          run: undefined,
          step: undefined,
          runbook: runbook ?? run.runbook.id,
        })
      }
    />
  );
  const on = { step: step.id };
  const set = (state: 'done' | 'open') => {
    url.patch({ step: undefined }, { replace: true });
    say({ type: 'step', ...on, state });
  };
  const ask = (asked: Asked, label: string) => (
    <Button
      key={label}
      variant="outlined"
      color="primary"
      onClick={() => onAsk(asked)}
    >
      {label}
    </Button>
  );
  return (
    <div className={classes.body}>
      {text.text.trim() !== step.title && markdown(text.text)}
      {text.commands.map((command, index) => (
        <Snippet
          key={index}
          label={command.language ?? t('runbooks.code')}
          text={fillCommand(command, run.parameters)}
        />
      ))}
      {text.expected && (
        <div className={classes.expected}>
          <strong>{t('runbooks.runs.expect')}:</strong>
          {markdown(text.expected)}
        </div>
      )}
      {mayAct && (
        <div
          className={classes.actions}
          role="group"
          aria-label={t('runbooks.runs.stepActions', { id: step.id })}
        >
          {step.state === 'open' ? (
            <Button
              variant="contained"
              color="primary"
              onClick={() => set('done')}
            >
              {t('runbooks.runs.done')}
            </Button>
          ) : (
            <Button
              variant="outlined"
              color="primary"
              onClick={() => set('open')}
            >
              {t('runbooks.runs.reopen')}
            </Button>
          )}
          {ask(
            { type: 'step', ...on, state: 'failed' },
            t('runbooks.runs.failed'),
          )}
          {ask(
            { type: 'step', ...on, state: 'skipped' },
            t('runbooks.runs.skip'),
          )}
          {ask({ type: 'note', ...on }, t('runbooks.runs.note'))}
          {ask({ type: 'attach', ...on }, t('runbooks.runs.attach'))}
          {ask(
            { type: 'flag', ...on, problem: 'wrong' },
            t('runbooks.runs.wrong'),
          )}
          {ask(
            { type: 'flag', ...on, problem: 'missing' },
            t('runbooks.runs.missing'),
          )}
        </div>
      )}
    </div>
  );
}
