import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/PriorityHigh';
import NotDoneIcon from '@material-ui/icons/Remove';
import SkipIcon from '@material-ui/icons/SkipNext';
import type {
  FollowUpList,
  RunbookRunDetails,
  RunbookStep,
  RunStep,
} from '@productops/backstage-plugin-product-ops-common';
import {
  line,
  mutedInk,
  OutLink,
  Tag,
  toneColors,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';
import type { Asked } from './CommandDialog';
import { StepFollowUps } from './RunFollowUps';
import { RunStepBody } from './RunStepBody';
import type { Outbox } from './useOutbox';
import type { RunSight } from './useRunState';
import { toneOfStep } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    step: {
      display: 'grid',
      gridTemplateColumns: '28px minmax(0, 1fr)',
      gap: theme.spacing(0, 1.5),
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${line(theme)}`,
    },
    open: { background: toneColors(theme, 'info').background },
    mark: (props: { tone: ReturnType<typeof toneOfStep> }) => {
      const colors = toneColors(theme, props.tone);
      return {
        width: 26,
        height: 26,
        boxSizing: 'border-box' as const,
        borderRadius: 6,
        border: `2px solid ${colors.ink}`,
        background: colors.background,
        color: colors.ink,
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        '& svg': { fontSize: '1.1rem' },
      };
    },
    notDone: {
      color: mutedInk(theme),
      textAlign: 'center',
      '& svg': { fontSize: '1.1rem' },
    },
    head: {
      justifyContent: 'flex-start',
      textAlign: 'left',
      textTransform: 'none',
      padding: theme.spacing(0.25, 0.5),
      minHeight: 28,
      font: 'inherit',
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    said: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      paddingLeft: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    output: {
      margin: 0,
      maxHeight: 200,
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ProductOpsRunSteps' },
);

const ICONS = {
  open: null,
  done: <CheckIcon aria-hidden />,
  failed: <CloseIcon aria-hidden />,
  skipped: <SkipIcon aria-hidden />,
};

/** The box of a step; the words beside it say the same. */
function Mark(props: { state: RunStep['state']; notDone: boolean }) {
  const { state, notDone } = props;
  const classes = useStyles({ tone: toneOfStep(state) });
  return (
    // An empty box asks to be ticked, which nobody can any more.
    <span className={notDone ? classes.notDone : classes.mark} aria-hidden>
      {notDone ? <NotDoneIcon /> : ICONS[state]}
    </span>
  );
}

/** What was said of a step, or of the run. */
export function Remarks(props: {
  remarks: readonly RunStep['remarks'][number][];
  nameOf: RunSight['nameOf'];
}) {
  const classes = useStyles({ tone: 'neutral' });
  const t = useText();
  return (
    <>
      {props.remarks.map(({ id, type, problem, note, link, output, by }) => (
        <div key={id} className={classes.said}>
          {type === 'flag' && (
            <Tag tone="warn">
              {t(`runbooks.runs.problems.${problem ?? 'wrong'}`)}
            </Tag>
          )}{' '}
          {props.nameOf(by)}
          {note && `: ${note}`}
          {link && (
            <>
              {': '}
              <OutLink url={link}>{link}</OutLink>
            </>
          )}
          {output && <pre className={classes.output}>{output}</pre>}
        </div>
      ))}
    </>
  );
}

function StepRow(props: {
  step: RunStep;
  text?: RunbookStep;
  open: boolean;
  mayAct: boolean;
  run: RunbookRunDetails;
  sight: RunSight;
  followUps: FollowUpList | undefined;
  say: Outbox['say'];
  onAsk: (asked: Asked) => void;
}) {
  const { step, text, open, run, sight, followUps } = props;
  const { nameOf } = sight;
  const classes = useStyles({ tone: 'neutral' });
  const t = useText();
  const url = useUrlState();
  const { last } = step;
  const notDone = step.state === 'open' && sight.state.status === 'closed';
  return (
    <li className={`${classes.step} ${open ? classes.open : ''}`}>
      <Mark state={step.state} notDone={notDone} />
      <div>
        <Button
          className={classes.head}
          aria-expanded={open}
          fullWidth
          onClick={() =>
            url.patch({ step: open ? 'none' : step.id }, { replace: true })
          }
        >
          {step.id} {step.title}
        </Button>
        <div className={classes.said}>
          {notDone
            ? t('runbooks.runs.notReached')
            : t(`runbooks.runs.states.${step.state}`)}
          {last && (
            <>
              {' · '}
              {nameOf(last.by)} · <When value={last.at} />
              {last.note && ` · ${last.note}`}
            </>
          )}
        </div>
        <Remarks remarks={step.remarks} nameOf={nameOf} />
        <div className={classes.said}>
          <StepFollowUps run={run} sight={sight} list={followUps} step={step} />
        </div>
        {open && text && <RunStepBody {...props} text={text} />}
      </div>
    </li>
  );
}

/** All steps of an outline by their id. */
function byId(steps: readonly RunbookStep[]): Map<string, RunbookStep> {
  const found = new Map<string, RunbookStep>();
  const waiting = [...steps];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    found.set(step.id, step);
    waiting.push(...step.steps);
  }
  return found;
}

/** The steps of a run; the one that is next lies open. */
export function RunSteps(props: {
  run: RunbookRunDetails;
  sight: RunSight;
  followUps: FollowUpList | undefined;
  mayAct: boolean;
  say: Outbox['say'];
  onAsk: (asked: Asked) => void;
}) {
  const { run, sight, ...rest } = props;
  const { state } = sight;
  const classes = useStyles({ tone: 'neutral' });
  const t = useText();
  const url = useUrlState();
  const texts = byId(run.outline);
  const next =
    state.status === 'closed'
      ? undefined
      : state.steps.find(step => step.state === 'open')?.id;
  const open = url.get('step') ?? next;
  return (
    <ol className={classes.list} aria-label={t('runbooks.runs.steps')}>
      {state.steps.map(step => (
        <StepRow
          key={step.id}
          step={step}
          text={texts.get(step.id)}
          open={step.id === open}
          run={run}
          sight={sight}
          {...rest}
        />
      ))}
    </ol>
  );
}
