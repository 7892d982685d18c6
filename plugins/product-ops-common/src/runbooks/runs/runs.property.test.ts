import fc from 'fast-check';
import type { RunbookRunCommand, RunbookRunEvent } from '../../api/types';
import { runCommandProblem } from './commands';
import { appendToRun, mergeRunEvents } from './log';
import { runElapsedMs, runStateOf, type RunState } from './state';

const STEPS = ['1', '1.1', '2'].map((id, index) => ({
  id,
  title: `Step ${id}`,
  line: index + 1,
}));
const START: RunbookRunEvent = {
  id: 'start',
  seq: 1,
  type: 'started',
  by: 'user:default/jo',
  at: '2026-11-01T03:00:00.000Z',
  reason: { kind: 'incident', text: 'Payments fail' },
  parameters: { region: 'eu' },
  version: 'v1',
  steps: STEPS,
};

const text = fc.constantFrom(undefined, '', ' ', 'because');
const command: fc.Arbitrary<RunbookRunCommand> = fc.record(
  {
    id: fc.nat(40).map(String),
    type: fc.constantFrom(
      'step',
      'step',
      'step',
      'flag',
      'attach',
      'note',
      'pause',
      'resume',
      'hand-over',
      'close',
    ),
    step: fc.constantFrom('1', '1.1', '2', 'x', undefined),
    state: fc.constantFrom('open', 'done', 'skipped', 'failed', undefined),
    problem: fc.constantFrom('wrong', 'missing', undefined),
    note: text,
    link: fc.constantFrom('https://x.example', 'data:text/html,1', undefined),
    output: text,
    to: fc.constantFrom('user:default/kim', undefined),
    outcome: fc.constantFrom('succeeded', 'failed', 'abandoned', undefined),
  } as const,
  { requiredKeys: ['id', 'type'] },
) as fc.Arbitrary<RunbookRunCommand>;

/** A command that says just what its kind needs, so that many are taken. */
const sound = command.map(one => {
  const base = { id: one.id, type: one.type, note: 'because' };
  switch (one.type) {
    case 'step':
      return { ...base, step: one.step ?? '1', state: one.state ?? 'done' };
    case 'flag':
      return { ...base, problem: one.problem ?? 'wrong' };
    case 'attach':
      return { ...base, output: 'ok' };
    case 'hand-over':
      return { ...base, to: 'user:default/kim' };
    case 'close':
      return { ...base, outcome: one.outcome ?? 'failed' };
    default:
      return base;
  }
}) as fc.Arbitrary<RunbookRunCommand>;

const said = fc.array(
  fc.record({
    command: fc.oneof({ weight: 4, arbitrary: sound }, command),
    by: fc.constantFrom('user:default/jo', 'user:default/kim'),
  }),
  { maxLength: 60 },
);

const at = (index: number) =>
  new Date(Date.parse(START.at) + index * 60_000).toISOString();

function run(all: ReadonlyArray<{ command: RunbookRunCommand; by: string }>) {
  const logs: Array<readonly RunbookRunEvent[]> = [[START]];
  all.forEach((one, index) => {
    const before = logs[logs.length - 1];
    const result = appendToRun(before, one.command, {
      by: one.by,
      at: at(index + 1),
    });
    logs.push('log' in result ? result.log : before);
  });
  return logs;
}

function expectSound(state: RunState) {
  expect((state.status === 'paused') === (state.pausedAt !== undefined)).toBe(
    true,
  );
  expect((state.status === 'closed') === (state.closedAt !== undefined)).toBe(
    true,
  );
  expect((state.status === 'closed') === (state.outcome !== undefined)).toBe(
    true,
  );
  if (state.outcome && state.outcome !== 'succeeded') {
    expect(state.closing?.trim()).toBeTruthy();
  }
  expect(state.steps.map(({ id }) => id)).toEqual(STEPS.map(({ id }) => id));
  for (const step of state.steps) {
    if (step.state === 'failed' || step.state === 'skipped') {
      expect(step.last?.note?.trim()).toBeTruthy();
    }
    expect(step.state === 'open' || step.last?.step === step.id).toBe(true);
  }
  expect(state.lead).toBeTruthy();
  expect(runElapsedMs(state, at(10_000))).toBeGreaterThanOrEqual(0);
}

describe('a run, whatever is said of it', () => {
  it('reaches no forbidden state, and its log never shrinks nor changes', () => {
    fc.assert(
      fc.property(said, all => {
        const logs = run(all);
        logs.forEach((log, index) => {
          expectSound(runStateOf(log));
          const before = logs[index - 1] ?? [];
          expect(log.slice(0, before.length)).toEqual(before);
          expect(log.map(({ seq }) => seq)).toEqual(
            log.map((_, place) => place + 1),
          );
          expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
        });
        const last = logs[logs.length - 1];
        const closed = last.findIndex(({ type }) => type === 'close');
        expect(closed === -1 || closed === last.length - 1).toBe(true);
      }),
    );
  });

  it('takes the same again without another event, and nothing else under its id', () => {
    fc.assert(
      fc.property(said, all => {
        const logs = run(all);
        const log = logs[logs.length - 1];
        for (const { seq: _, by, at: when, ...again } of log.slice(1)) {
          const repeated = appendToRun(log, again as RunbookRunCommand, {
            by,
            at: at(999),
          });
          expect(repeated).toMatchObject({ log, event: { at: when } });
          const other = { ...again, note: 'something else' };
          expect(
            appendToRun(log, other as RunbookRunCommand, { by, at: at(999) }),
          ).toMatchObject({ kind: 'conflict' });
        }
      }),
    );
  });

  it('comes to one order and one state wherever and in whatever order its events are heard', () => {
    fc.assert(
      fc.property(said, fc.infiniteStream(fc.nat(3)), (all, places) => {
        const logs = run(all);
        const log = logs[logs.length - 1];
        const heard: RunbookRunEvent[][] = [[], [], []];
        for (const event of log) {
          const place = places.next().value ?? 0;
          heard[place % 3].push(event);
          heard[(place + 1) % 3].unshift(event);
        }
        const [one, two, three] = heard;
        const merged = mergeRunEvents(one, two, three);
        expect(merged).toEqual(log);
        expect(mergeRunEvents(three, mergeRunEvents(two, one))).toEqual(log);
        expect(mergeRunEvents(merged, merged)).toEqual(log);
        expect(runStateOf(merged)).toEqual(runStateOf(log));
      }),
    );
  });

  it('says why it refuses, and for how long it was worked on', () => {
    const running = runStateOf([START]);
    const why = (one: Partial<RunbookRunCommand>, state = running) =>
      runCommandProblem(state, { id: 'a', ...one } as RunbookRunCommand);
    expect(why({ type: 'step', step: '1', state: 'skipped' })).toEqual({
      kind: 'input',
      message: 'note: got nothing; expected why it is skipped',
    });
    expect(why({ type: 'step', step: '9', state: 'done' })?.message).toBe(
      'step: the version that the run is pinned to has no step 9; expected one of its 3',
    );
    expect(why({ type: 'pause', step: '1' })?.message).toBe(
      'step: got a value with pause; expected none',
    );
    expect(why({ type: 'attach', link: 'data:text/html,1' })?.message).toBe(
      'link: got something else; expected an http or https address',
    );
    const said2 = (seq: number, one: Partial<RunbookRunEvent>) =>
      ({
        id: `${seq}`,
        seq,
        by: START.by,
        at: at(seq * 10),
        ...one,
      } as RunbookRunEvent);
    const log = [
      START,
      said2(2, { type: 'pause' }),
      said2(3, { type: 'resume' }),
      said2(4, { type: 'close', outcome: 'succeeded' }),
    ];
    const paused = runStateOf(log.slice(0, 2));
    expect(why({ type: 'step', step: '1', state: 'done' }, paused)).toEqual({
      kind: 'conflict',
      message:
        'type: the run is paused; expected one that goes on: resume it first',
    });
    expect(why({ type: 'note', note: 'x' }, paused)).toBeUndefined();
    expect(why({ type: 'note', note: 'x' }, runStateOf(log))?.kind).toBe(
      'conflict',
    );
    expect(runElapsedMs(paused, at(900))).toBe(20 * 60_000);
    expect(runElapsedMs(runStateOf(log), at(900))).toBe(30 * 60_000);
  });
});
