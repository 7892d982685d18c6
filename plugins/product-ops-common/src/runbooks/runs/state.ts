import type {
  RunbookRunEvent,
  RunbookRunOutcome,
  RunbookRunPinnedStep,
  RunbookRunReason,
  RunbookRunStatus,
  RunbookRunStepState,
} from '../../api/types';

/**
 * A step of a run.
 *
 * @public
 */
export interface RunStep extends RunbookRunPinnedStep {
  state: RunbookRunStepState;
  /** The event that made it so; none while nobody has touched it. */
  last?: RunbookRunEvent;
  /** What was said of it beside its states, in order: notes, links, outputs, and what is wrong or missing. */
  remarks: RunbookRunEvent[];
}

/**
 * How a run stands: what its log comes to.
 *
 * @public
 */
export interface RunState {
  status: RunbookRunStatus;
  /** The number of the last event; 0 before the start. */
  seq: number;
  reason?: RunbookRunReason;
  /** The version that it is pinned to. */
  version?: string;
  parameters: Readonly<Record<string, string>>;
  startedBy?: string;
  startedAt?: string;
  /** Who is in charge: who has started it, or to whom it was handed over. */
  lead?: string;
  /** Since when it is paused. */
  pausedAt?: string;
  /** How long its pauses took that are over, in milliseconds. */
  pausedMs: number;
  steps: readonly RunStep[];
  /** What was said of the run as a whole, in order. */
  remarks: readonly RunbookRunEvent[];
  closedAt?: string;
  closedBy?: string;
  outcome?: RunbookRunOutcome;
  /** How much data was lost, an ISO 8601 duration; of a drill in which somebody has measured it. */
  dataLoss?: string;
  /** What was said when it was closed. */
  closing?: string;
}

const NOTHING: RunState = {
  status: 'running',
  seq: 0,
  parameters: {},
  pausedMs: 0,
  steps: [],
  remarks: [],
};

/** How a run stands after one more event. One that cannot follow changes nothing but the number. */
function after(state: RunState, event: RunbookRunEvent): RunState {
  const next = { ...state, seq: Math.max(state.seq, event.seq) };
  if (event.type === 'started') {
    return state.startedAt === undefined ? started(next, event) : next;
  }
  if (state.startedAt === undefined || state.status === 'closed') {
    return next;
  }
  switch (event.type) {
    case 'step':
      return {
        ...next,
        steps: state.steps.map(step =>
          step.id === event.step && event.state
            ? { ...step, state: event.state, last: event }
            : step,
        ),
      };
    case 'pause':
      return state.status === 'running'
        ? { ...next, status: 'paused', pausedAt: event.at }
        : next;
    case 'resume':
      return resumed(next, event.at);
    case 'hand-over':
      return { ...next, lead: event.to ?? state.lead };
    case 'close':
      return {
        ...resumed(next, event.at),
        status: 'closed',
        closedAt: event.at,
        closedBy: event.by,
        outcome: event.outcome,
        ...(event.dataLoss && { dataLoss: event.dataLoss }),
        closing: event.note,
      };
    default:
      return remarked(next, event);
  }
}

function started(state: RunState, event: RunbookRunEvent): RunState {
  return {
    ...state,
    reason: event.reason,
    version: event.version,
    parameters: event.parameters ?? {},
    startedBy: event.by,
    startedAt: event.at,
    lead: event.by,
    steps: (event.steps ?? []).map(step => ({
      ...step,
      state: 'open',
      remarks: [],
    })),
  };
}

function resumed(state: RunState, at: string): RunState {
  const { pausedAt, ...rest } = state;
  return state.status === 'paused' && pausedAt
    ? {
        ...rest,
        status: 'running',
        pausedMs:
          state.pausedMs + Math.max(0, Date.parse(at) - Date.parse(pausedAt)),
      }
    : state;
}

function remarked(state: RunState, event: RunbookRunEvent): RunState {
  return event.step === undefined
    ? { ...state, remarks: [...state.remarks, event] }
    : {
        ...state,
        steps: state.steps.map(step =>
          step.id === event.step
            ? { ...step, remarks: [...step.remarks, event] }
            : step,
        ),
      };
}

/**
 * How a run stands, by its log in the order of the numbers.
 *
 * @public
 */
export function runStateOf(log: readonly RunbookRunEvent[]): RunState {
  return log.reduce(after, NOTHING);
}

/**
 * For how long a run was worked on, without its pauses, in milliseconds.
 *
 * @param now - an ISO 8601 time; counts for nothing once the run is closed
 *
 * @public
 */
export function runElapsedMs(state: RunState, now: string): number {
  if (!state.startedAt) {
    return 0;
  }
  const end = Date.parse(state.closedAt ?? state.pausedAt ?? now);
  return Math.max(0, end - Date.parse(state.startedAt) - state.pausedMs);
}

/**
 * How many steps there are, and what has become of them.
 *
 * @public
 */
export function countRunSteps(
  steps: ReadonlyArray<{ state: RunbookRunStepState }>,
): { total: number; done: number; skipped: number; failed: number } {
  const of = (state: RunbookRunStepState) =>
    steps.filter(step => step.state === state).length;
  return {
    total: steps.length,
    done: of('done'),
    skipped: of('skipped'),
    failed: of('failed'),
  };
}
