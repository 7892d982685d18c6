import fc from 'fast-check';
import {
  changedGround,
  type RunbookGround,
  type RunbookTrouble,
} from './changedGround';
import { runbookStanding } from './standing';

const ground: RunbookGround = {
  owner: 'group:default/payments',
  dependsOn: ['resource:default/db', 'api:default/bank'],
  alerts: ['CartDown'],
};
const since = '2026-09-14T10:00:00.000Z';
const change = (now: Partial<RunbookGround>, more = {}) =>
  changedGround({ before: ground, now: { ...ground, ...now }, since, ...more });

const texts = fc.string({ maxLength: 20 });
const refs = fc
  .tuple(fc.constantFrom('api', 'resource'), fc.constantFrom(...'abcdefgh'))
  .map(([kind, name]) => `${kind}:default/${name}`);
const grounds = fc.record(
  {
    owner: refs,
    runbookOwner: refs,
    dependsOn: fc.array(refs, { maxLength: 12 }),
    alerts: fc.array(texts, { maxLength: 12 }),
  },
  { requiredKeys: ['dependsOn', 'alerts'] },
);
const times = fc
  .integer({ min: 0, max: 2e12 })
  .map(ms => new Date(ms).toISOString());
const troubles: fc.Arbitrary<RunbookTrouble> = fc.record({
  run: fc.uuid(),
  kind: fc.constantFrom('failed' as const, 'wrong' as const),
  at: times,
});

describe('the ground of a runbook', () => {
  it.each([
    [
      { owner: 'group:default/search' },
      'The owner of its entity changed from payments to search.',
    ],
    [
      { owner: undefined },
      'The owner of its entity changed from payments to nobody.',
    ],
    [
      { runbookOwner: 'user:default/jo' },
      'Its own owner changed from nobody to jo.',
    ],
    [
      {
        dependsOn: [
          ...ground.dependsOn,
          ...['a', 'b', 'c', 'd'].map(name => `api:default/${name}`),
        ],
      },
      'The entity depends on something new: a, b, c and 1 more.',
    ],
    [
      { dependsOn: ['API:default/bank'] },
      'The entity no longer depends on db.',
    ],
    [
      { alerts: ['CartGone'] },
      'It answers other alerts: no longer CartDown, now CartGone.',
    ],
  ])('has changed with %j', (now, message) => {
    expect(change(now)).toMatchObject([{ message }]);
  });

  it('counts what went wrong in runs and which pages died, after the review only', () => {
    const run = '0b4b1a1e-0000-4000-8000-000000000000';
    const later = '2026-10-01T00:00:00.000Z';
    expect(
      change(
        {},
        {
          troubles: [
            { run, step: '2', kind: 'failed', at: since },
            { run, step: '2', kind: 'failed', at: later },
            { run, kind: 'missing', at: '2026-10-02T00:00:00.000Z' },
          ],
          deadPages: [
            { url: 'https://wiki.example.com/x', line: 7, at: later },
            { url: 'https://wiki.example.com/old', line: 8, at: since },
          ],
        },
      ),
    ).toEqual([
      {
        kind: 'step',
        message: 'The runbook was marked as missing something in a run.',
        at: '2026-10-02T00:00:00.000Z',
        run,
      },
      {
        kind: 'step',
        message: 'Step 2 failed in a run.',
        at: later,
        run,
        step: '2',
      },
      {
        kind: 'link',
        message:
          'A page that it links to is not there: https://wiki.example.com/x',
        at: later,
        link: 'https://wiki.example.com/x',
        line: 7,
      },
    ]);
  });

  it('is the same as itself in whatever order, and every change of it is told', () => {
    fc.assert(
      fc.property(grounds, grounds, (before, now) => {
        const same = changedGround({
          before,
          now: {
            ...before,
            dependsOn: [...before.dependsOn, ...before.dependsOn].reverse(),
            alerts: [...before.alerts].reverse(),
          },
          since,
        });
        expect(same).toEqual([]);
        const key = ({
          owner,
          runbookOwner,
          dependsOn,
          alerts,
        }: RunbookGround) =>
          JSON.stringify([
            owner,
            runbookOwner,
            [...new Set(dependsOn)].sort(),
            [...new Set(alerts.map(one => one.toLowerCase()))].sort(),
          ]);
        const reasons = changedGround({ before, now, since });
        expect(reasons.length > 0).toBe(key(before) !== key(now));
      }),
    );
  });

  it('never counts what happened before the review, and is bounded', () => {
    fc.assert(
      fc.property(
        fc.array(troubles, { maxLength: 30 }),
        times,
        (found, day) => {
          const reasons = changedGround({
            before: ground,
            now: ground,
            since: day,
            troubles: found,
          });
          expect(reasons.every(({ at }) => at! > day)).toBe(true);
          expect(reasons).toHaveLength(
            Math.min(5, found.filter(({ at }) => at > day).length),
          );
        },
      ),
    );
  });
});

describe('the standing of a runbook', () => {
  const today = '2026-11-01';

  it('goes by the later of the declared and the recorded review', () => {
    const runbook = { reviewEvery: 'P1M', lastReviewed: '2026-09-01' };
    expect(runbookStanding(runbook, { today })).toEqual({
      lastReviewed: '2026-09-01',
      reviewDue: '2026-10-01',
      stale: true,
      staleBecause: [
        { kind: 'period', message: 'Its review was due on 1 Oct 2026.' },
      ],
    });
    expect(
      runbookStanding(
        { ...runbook, standing: { reviewed: '2026-10-20', changed: [] } },
        { today },
      ),
    ).toEqual({
      lastReviewed: '2026-10-20',
      reviewDue: '2026-11-20',
      stale: false,
      staleBecause: [],
    });
    expect(
      runbookStanding(
        {
          lastReviewed: '2026-10-30',
          standing: { reviewed: '2026-10-20', changed: [] },
        },
        { today },
      ).lastReviewed,
    ).toBe('2026-10-30');
  });

  it('is stale exactly when there is something to say', () => {
    const changed = [{ kind: 'owner' as const, message: 'x' }];
    expect(runbookStanding({ standing: { changed } }, { today })).toEqual({
      stale: true,
      staleBecause: changed,
    });
    expect(runbookStanding({}, { today }).stale).toBe(false);
    expect(
      runbookStanding({ reviewEvery: 'P1Y' }, { today }).staleBecause,
    ).toMatchObject([{ kind: 'period' }]);
  });
});
