import fc from 'fast-check';
import type { RecoveryObjectives } from '../../product';
import { drillDue, judgeDrill } from './drills';
import {
  durationMs,
  restsOn,
  rollUp,
  tighterObjectives,
  type RecoveryGraph,
} from './objectives';

function graphOf(
  edges: ReadonlyArray<readonly [string, string]>,
  promises: Readonly<Record<string, RecoveryObjectives>>,
  hidden: readonly string[] = [],
): RecoveryGraph {
  return {
    has: ref => !hidden.includes(ref),
    dependsOn: ref => edges.flatMap(([from, to]) => (from === ref ? [to] : [])),
    promised: ref => promises[ref] ?? {},
  };
}

const ref = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const edges = fc.array(fc.tuple(ref, ref), { maxLength: 20 });
const hours = fc.integer({ min: 0, max: 9 }).map(number => `PT${number}H`);
const promises = fc.dictionary(
  ref,
  fc.record({ rto: hours, rpo: hours }, { requiredKeys: [] }),
);
const hidden = fc.subarray(['e', 'f']);

describe('What a recovery rests on', () => {
  it('is told with the way there, nearest first, and circles end', () => {
    const graph = graphOf(
      [
        ['shop', 'cart'],
        ['cart', 'db'],
        ['db', 'shop'],
        ['db', 'secret'],
        ['secret', 'vault'],
      ],
      { shop: { rto: 'PT1H' }, db: { rto: 'PT4H', rpo: 'PT5M' } },
      ['secret'],
    );
    expect(restsOn(graph, 'shop')).toEqual([
      { ref: 'cart', promised: {}, way: [] },
      { ref: 'db', promised: { rto: 'PT4H', rpo: 'PT5M' }, way: ['cart'] },
    ]);
    expect(Object.fromEntries(rollUp(graph, ['shop', 'db']))).toEqual({
      shop: {
        rto: { duration: 'PT4H', ref: 'db' },
        rpo: { duration: 'PT5M', ref: 'db' },
      },
      db: { rto: { duration: 'PT1H', ref: 'shop' } },
    });
    expect(tighterObjectives({ rto: 'PT1H' }, { rto: 'PT4H' })).toEqual([
      { objective: 'rto', promised: 'PT1H', theirs: 'PT4H' },
    ]);
  });

  it('comes to the longest promise of all that is reached, whatever the circles', () => {
    fc.assert(
      fc.property(edges, promises, hidden, (pairs, said, secret) => {
        const graph = graphOf(pairs, said, secret);
        for (const [start, rolled] of rollUp(graph, 'abcdef')) {
          const below = restsOn(graph, start);
          for (const objective of ['rto', 'rpo'] as const) {
            const all = below.flatMap(
              ({ promised }) => durationMs(promised[objective]) ?? [],
            );
            expect(durationMs(rolled[objective]?.duration)).toBe(
              all.length > 0 ? Math.max(...all) : undefined,
            );
            expect([start, ...secret]).not.toContain(rolled[objective]?.ref);
          }
        }
      }),
    );
  });

  it('leads there step by step, over what may be told', () => {
    fc.assert(
      fc.property(edges, promises, hidden, (pairs, said, secret) => {
        const graph = graphOf(pairs, said, secret);
        for (const { ref: end, way } of restsOn(graph, 'a')) {
          const steps = ['a', ...way, end];
          expect(secret.some(one => steps.includes(one))).toBe(false);
          steps
            .slice(1)
            .forEach((to, at) =>
              expect(graph.dependsOn(steps[at])).toContain(to),
            );
        }
      }),
    );
  });

  it('goes as deep as the catalog does', () => {
    const length = 20_000;
    const next = new Map(
      Array.from({ length }, (_, at) => [`${at}`, [`${at + 1}`]]),
    );
    const graph: RecoveryGraph = {
      has: () => true,
      dependsOn: at => next.get(at) ?? [],
      promised: at => (at === `${length}` ? { rto: 'P1D' } : {}),
    };
    expect(rollUp(graph, ['0']).get('0')).toEqual({
      rto: { duration: 'P1D', ref: `${length}` },
    });
  });
});

describe('A drill', () => {
  const hour = 3_600_000;
  const promised = { rto: 'PT1H', rpo: 'PT15M' };

  it.each([
    ['PT5M', hour, 'proven', 'kept', 'kept'],
    ['PT5M', hour + 720_000, 'missed', 'missed', 'kept'],
    ['PT20M', hour, 'missed', 'kept', 'missed'],
    [undefined, hour, 'unmeasured', 'kept', 'unmeasured'],
    [undefined, hour + 1, 'missed', 'missed', 'unmeasured'],
  ])(
    'that lost %s and took %s ms is %s',
    (dataLoss, elapsedMs, proof, time, loss) => {
      expect(
        judgeDrill({ outcome: 'succeeded', elapsedMs, dataLoss }, promised),
      ).toMatchObject({
        proof,
        time: { result: time },
        loss: { result: loss },
      });
    },
  );

  it('says by how much it missed, and proves nothing when it failed', () => {
    const drill = { elapsedMs: hour + 720_000, dataLoss: 'PT0S' };
    expect(
      judgeDrill({ ...drill, outcome: 'succeeded' }, promised).time,
    ).toEqual({
      promised: 'PT1H',
      ms: hour + 720_000,
      result: 'missed',
      overMs: 720_000,
    });
    expect(
      judgeDrill({ ...drill, elapsedMs: 1, outcome: 'abandoned' }, promised)
        .proof,
    ).toBe('failed');
    expect(judgeDrill({ ...drill, outcome: 'succeeded' }, {}).proof).toBe(
      'unmeasured',
    );
  });

  it('is due by tier, and overdue the day after', () => {
    const options = {
      since: '2026-05-31T10:00:00Z',
      every: { 1: 'P6M' } as const,
    };
    const at = (now: string) => drillDue(1, { ...options, now });
    expect(at('2026-11-30T23:59:59Z')).toEqual({
      on: '2026-11-30',
      overdue: false,
    });
    expect(at('2026-12-01T00:00:00Z')).toEqual({
      on: '2026-11-30',
      overdue: true,
    });
    expect(drillDue(3, { ...options, now: '2036-01-01' })).toBeUndefined();
    expect(
      drillDue(1, { every: options.every, now: '2036-01-01' }),
    ).toBeUndefined();
  });
});
