import type { RunbookRunCommand, RunbookRunEvent } from '../../api/types';
import { runCommandProblem, type RunProblem } from './commands';
import { runStateOf } from './state';

/**
 * The most events that a run holds.
 *
 * @public
 */
export const MAX_RUN_EVENTS = 5000;

/**
 * What several have heard of one run, as one log in its order. Each event is there once, in whatever order and however
 * often it was heard.
 *
 * @public
 */
export function mergeRunEvents(
  ...heard: ReadonlyArray<readonly RunbookRunEvent[]>
): RunbookRunEvent[] {
  const bySeq = new Map<number, RunbookRunEvent>();
  for (const event of heard.flat()) {
    if (!bySeq.has(event.seq)) {
      bySeq.set(event.seq, event);
    }
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

const SAID = [
  'type',
  'step',
  'state',
  'problem',
  'note',
  'link',
  'output',
  'to',
  'outcome',
  'dataLoss',
] as const;

/**
 * Whether an event is what a command of a person has made: the same request again then, and no other one.
 *
 * @public
 */
export function isOfRunCommand(
  event: RunbookRunEvent,
  command: RunbookRunCommand,
  by: string,
): boolean {
  return (
    event.id === command.id &&
    event.by === by &&
    SAID.every(field => event[field] === command[field])
  );
}

/**
 * Adds what somebody says to the log of a run. The same again gives the event that is there; the log that was given
 * stays as it is.
 *
 * @public
 */
export function appendToRun(
  log: readonly RunbookRunEvent[],
  command: RunbookRunCommand,
  options: { by: string; at: string },
): { log: readonly RunbookRunEvent[]; event: RunbookRunEvent } | RunProblem {
  const before = log.find(({ id }) => id === command.id);
  if (before) {
    return isOfRunCommand(before, command, options.by)
      ? { log, event: before }
      : usedId();
  }
  const problem =
    log.length >= MAX_RUN_EVENTS && command.type !== 'close'
      ? fullRun()
      : runCommandProblem(runStateOf(log), command);
  if (problem) {
    return problem;
  }
  const event = { ...command, ...options, seq: (log.at(-1)?.seq ?? 0) + 1 };
  return { log: [...log, event], event };
}

/**
 * The problem of an id that has said something else before.
 *
 * @public
 */
export function usedId(): RunProblem {
  return {
    kind: 'conflict',
    message: 'id: got one that has said something else; expected a new one',
  };
}

/**
 * The problem of a run that holds as much as it may.
 *
 * @public
 */
export function fullRun(): RunProblem {
  return {
    kind: 'conflict',
    message: `type: the run has ${MAX_RUN_EVENTS} events; expected at most that many: close it, and start another`,
  };
}
