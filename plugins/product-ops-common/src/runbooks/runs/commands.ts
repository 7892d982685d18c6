import type {
  RunbookRunCommand,
  RunbookRunReason,
  RunbookRunStatus,
} from '../../api/types';
import { durationMs } from '../recovery/objectives';

/**
 * Why something cannot be said of a run.
 *
 * @public
 */
export interface RunProblem {
  /** `input` when it is wrong whatever the run is like, `conflict` when it is the run that does not take it now. */
  kind: 'input' | 'conflict';
  /** What was got where, and what was expected. */
  message: string;
}

/** What each kind of command may say beside its note; the first are needed. */
const FIELDS = {
  step: { needs: ['step', 'state'], may: [] },
  flag: { needs: ['problem', 'note'], may: ['step'] },
  attach: { needs: [], may: ['step', 'link', 'output'] },
  note: { needs: ['note'], may: ['step'] },
  pause: { needs: [], may: [] },
  resume: { needs: [], may: [] },
  'hand-over': { needs: ['to'], may: [] },
  close: { needs: ['outcome'], may: ['dataLoss'] },
} as const satisfies Record<
  RunbookRunCommand['type'],
  { needs: readonly Field[]; may: readonly Field[] }
>;

type Field = Exclude<keyof RunbookRunCommand, 'id' | 'type'>;

const EXPECTED: Record<Field, string> = {
  step: 'the id of a step',
  state: 'open, done, skipped or failed',
  problem: 'wrong or missing',
  note: 'what is to be known of it, in a few words',
  link: 'an http or https address',
  output: 'what was printed',
  to: 'the ref of a user or a group',
  outcome: 'succeeded, failed or abandoned',
  dataLoss: 'an ISO 8601 duration, such as PT5M',
};

const isBlank = (text: string | undefined) =>
  (text ?? '').replaceAll('\0', '').trim() === '';

/**
 * Whether a text is an address that pages may link to.
 *
 * @public
 */
export function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Why a command says too much or too little. */
function incomplete(command: RunbookRunCommand): string | undefined {
  const { needs, may }: { needs: readonly Field[]; may: readonly Field[] } =
    FIELDS[command.type];
  for (const field of Object.keys(EXPECTED) as Field[]) {
    const known =
      field === 'note' || needs.includes(field) || may.includes(field);
    if (!known && command[field] !== undefined) {
      return `${field}: got a value with ${command.type}; expected none`;
    }
    if (needs.includes(field) && isBlank(command[field])) {
      return `${field}: got nothing; expected ${EXPECTED[field]}`;
    }
  }
  if (command.type === 'attach') {
    if (isBlank(command.link) && isBlank(command.output)) {
      return 'link, output: got neither; expected one of them';
    }
    if (command.link !== undefined && !isWebAddress(command.link)) {
      return `link: got something else; expected ${EXPECTED.link}`;
    }
  }
  if (
    command.dataLoss !== undefined &&
    durationMs(command.dataLoss) === undefined
  ) {
    return `dataLoss: got ${JSON.stringify(command.dataLoss)}; expected ${
      EXPECTED.dataLoss
    }`;
  }
  const why =
    (command.type === 'step' &&
      (command.state === 'skipped' || command.state === 'failed') &&
      command.state) ||
    (command.type === 'close' &&
      command.outcome !== 'succeeded' &&
      command.outcome);
  return why && isBlank(command.note)
    ? `note: got nothing; expected why it is ${why}`
    : undefined;
}

/**
 * Why something cannot be said of a run as it stands; nothing when it can.
 *
 * @public
 */
export function runCommandProblem(
  run: {
    status: RunbookRunStatus;
    steps: ReadonlyArray<{ id: string }>;
    reason?: RunbookRunReason;
  },
  command: RunbookRunCommand,
): RunProblem | undefined {
  const message = incomplete(command);
  if (message) {
    return { kind: 'input', message };
  }
  const { step, type } = command;
  if (step !== undefined && !run.steps.some(({ id }) => id === step)) {
    return {
      kind: 'input',
      message: `step: the version that the run is pinned to has no step ${step}; expected one of its ${run.steps.length}`,
    };
  }
  if (command.dataLoss !== undefined && run.reason?.kind !== 'drill') {
    return {
      kind: 'input',
      message:
        'dataLoss: got a value; expected none: it is measured in drills only',
    };
  }
  const conflict = (got: string) => ({
    kind: 'conflict' as const,
    message: got,
  });
  if (run.status === 'closed') {
    return conflict(
      'type: the run is closed; expected one that goes on: what is closed stays as it is',
    );
  }
  if (run.status === 'paused' && (type === 'step' || type === 'pause')) {
    return conflict(
      'type: the run is paused; expected one that goes on: resume it first',
    );
  }
  if (run.status === 'running' && type === 'resume') {
    return conflict(
      'type: the run goes on already; expected one that is paused',
    );
  }
  return undefined;
}
