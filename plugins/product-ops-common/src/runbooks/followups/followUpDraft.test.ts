import type { RunbookRunEvent } from '../../api/types';
import { runStateOf } from '../runs/state';
import { followUpDraft } from './followUpDraft';

const at = '2026-11-20T03:00:00.000Z';
const event = (seq: number, more: Partial<RunbookRunEvent>) =>
  ({
    id: `${seq}`,
    seq,
    by: 'user:default/jo',
    at,
    ...more,
  } as RunbookRunEvent);

const reason = { kind: 'incident', text: 'Payments *fail*' } as const;
const state = runStateOf([
  event(1, {
    type: 'started',
    reason,
    steps: [
      { id: '1', title: 'Look', line: 3 },
      { id: '2', title: 'Switch', line: 4 },
    ],
  }),
  event(2, {
    type: 'step',
    step: '1',
    state: 'failed',
    note: '<script> 502',
  }),
  event(3, {
    type: 'flag',
    step: '2',
    problem: 'missing',
    note: 'Which region?',
  }),
  event(4, { type: 'close', outcome: 'failed', note: 'Gave up' }),
]);
const subject = (step?: number, kind: 'incident' | 'drill' = 'incident') => ({
  runbook: { title: 'Fail over' },
  run: { reason: { ...reason, kind }, state },
  step: step === undefined ? undefined : state.steps[step],
  nameOf: (ref: string) => ref.split('/')[1],
});

describe('The draft of a follow-up', () => {
  it('says what has failed, why it was run, and what people said', () => {
    expect(followUpDraft(subject(0))).toEqual({
      title: 'Mend step 1, “Look”, of “Fail over”',
      description:
        'Learned in a run of “Fail over” (incident: Payments \\*fail\\*).\n\n- jo: step 1, “Look” failed: &lt;script\\> 502',
      category: 'reliability',
    });
  });

  it('of what is not right in the text is about the text', () => {
    expect(followUpDraft(subject(1))).toMatchObject({
      title: 'Add what is missing at step 2, “Switch”, of “Fail over”',
      category: 'maintenance',
    });
  });

  it('of a whole run has all that went wrong, and what was said at the end', () => {
    const { title, description } = followUpDraft(subject());
    expect(title).toBe('Follow up “Payments *fail*”');
    expect(description.split('\n')).toHaveLength(5);
    expect(description).toContain('- At the end: Gave up');
    expect(followUpDraft(subject(undefined, 'drill')).title).toBe(
      'Make the recovery keep its promise: “Fail over”',
    );
  });

  it('of a stale runbook says why it is stale, and stays within the bounds of an item', () => {
    const draft = followUpDraft({
      runbook: { title: '😀'.repeat(300) },
      because: ['The owner has changed', 'x'.repeat(30_000)],
    });
    expect(draft.description.startsWith('- The owner has changed\n- x')).toBe(
      true,
    );
    expect(draft.title.length).toBeLessThanOrEqual(255);
    expect(draft.description.length).toBe(20_000);
  });
});
