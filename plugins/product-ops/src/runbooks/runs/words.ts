import type {
  RunbookRun,
  RunbookRunEvent,
  RunbookRunStepState,
} from '@productops/backstage-plugin-product-ops-common';
import type { Tone } from '../../components';
import type { Text } from '../../useText';

export function toneOfRun(run: Pick<RunbookRun, 'status' | 'outcome'>): Tone {
  if (run.status !== 'closed') {
    return run.status === 'paused' ? 'warn' : 'info';
  }
  return run.outcome === 'succeeded' ? 'ok' : 'bad';
}

export function toneOfStep(state: RunbookRunStepState): Tone {
  return (
    { done: 'ok', failed: 'bad', skipped: 'warn', open: 'neutral' } as const
  )[state];
}

/** How a run stands, in a word. */
export function statusWord(
  t: Text,
  { status, outcome }: Pick<RunbookRun, 'status' | 'outcome'>,
): string {
  return outcome
    ? t(`runbooks.runs.outcomes.${outcome}`)
    : t(`runbooks.runs.statuses.${status}`);
}

/** What somebody has done, to be read after their name. */
export function deedOf(
  t: Text,
  event: RunbookRunEvent,
  nameOf: (ref: string | undefined) => string,
): string {
  const { type, step = '', state = 'open', problem = 'wrong' } = event;
  switch (type) {
    case 'started':
      return t('runbooks.runs.said.started', {
        text: event.reason?.text ?? '',
      });
    case 'step':
      return t('runbooks.runs.said.step', {
        step,
        state: t(`runbooks.runs.states.${state}`),
      });
    case 'flag': {
      const what = t(`runbooks.runs.problems.${problem}`);
      return step
        ? t('runbooks.runs.said.flag', { step, problem: what })
        : t('runbooks.runs.said.flagAll', { problem: what });
    }
    case 'hand-over':
      return t('runbooks.runs.said.handOver', { name: nameOf(event.to) });
    case 'close':
      return t('runbooks.runs.said.close', {
        outcome: t(`runbooks.runs.outcomes.${event.outcome ?? 'abandoned'}`),
      });
    default:
      return t(`runbooks.runs.said.${type}`);
  }
}
