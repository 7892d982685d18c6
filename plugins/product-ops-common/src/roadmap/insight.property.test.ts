import fc from 'fast-check';
import {
  days,
  describeWithData,
  entry,
  itemFields,
  kubernetesItems,
} from './__testUtils__/items';
import { investmentMix, originClassOf } from './investmentMix';
import { itemKeyOf } from './itemRefs';
import { findConflicts } from './conflicts';
import { suggestDependencies } from './suggestions';

const [entityA, entityB] = ['product:default/a', 'product:default/b'];
const entities = [entityA, entityB, 'product:default/c'];
const plans = fc
  .array(
    fc.record({
      fields: itemFields,
      entityRef: fc.constantFrom(...entities),
      dependsOn: fc.array(
        fc
          .tuple(fc.nat({ max: 15 }), fc.constantFrom(...entities))
          .map(([id, entity]) => `i${id}@${entity}`),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 15 },
  )
  .map(all =>
    all.map(({ fields, ...more }, index) =>
      entry(`i${index}`, { ...fields, ...more }),
    ),
  );
const relations = fc.array(
  fc.record({
    from: fc.constantFrom(...entities),
    to: fc.constantFrom(...entities),
  }),
);

describe('suggested dependencies', () => {
  it('close no circle however many are accepted, and never come again once answered', () => {
    fc.assert(
      fc.property(plans, relations, (items, all) => {
        const plan = items.map(item => ({
          ...item,
          dependsOn: [] as string[],
        }));
        const answered = new Set<string>();
        for (let round = 0; round < 400; round += 1) {
          const [first] = suggestDependencies(plan, all, { answered });
          if (!first) {
            break;
          }
          expect(answered.has(first.id)).toBe(false);
          answered.add(first.id);
          plan
            .find(item => itemKeyOf(item) === itemKeyOf(first.item))!
            .dependsOn.push(first.ref);
        }
        expect(suggestDependencies(plan, all, { answered })).toEqual([]);
        const conflicts = findConflicts(plan, { today: '2000-01-01' });
        expect(
          conflicts.filter(({ kind }) =>
            ['cycle', 'missing-dependency'].includes(kind),
          ),
        ).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('come from relations, open items, and days in common', () => {
    const a = entry('a', { start: '2026-11-01', end: '2026-11-30' });
    const b = entry('b', {
      entityRef: 'product:default/identity',
      start: '2026-11-21',
      end: '2026-12-31',
    });
    const both = [{ from: a.entityRef, to: b.entityRef }];
    const found = suggestDependencies([a, b], both);
    expect(found).toEqual([
      {
        id: 'a@product:default/cart>b@product:default/identity',
        item: { entityRef: a.entityRef, itemId: 'a' },
        dependsOn: { entityRef: b.entityRef, itemId: 'b' },
        ref: 'b@product:default/identity',
        days: 10,
        reason:
          'product:default/cart depends on product:default/identity, and both items are worked on for 10 days.',
      },
    ]);
    const none = (...items: Array<typeof a>) =>
      expect(suggestDependencies(items, both)).toEqual([]);
    none(a, { ...b, status: 'done' });
    none(a, { ...b, start: '2026-12-01' });
    none({ ...a, dependsOn: ['b@product:default/identity'] }, b);
    none(a, { ...b, dependsOn: ['a@product:default/cart'] });
    none(a, { ...b, archived: true });
    expect(suggestDependencies([a, b], both, { limit: 0 })).toEqual([]);
    expect(
      suggestDependencies([a, b], [{ from: b.entityRef, to: a.entityRef }]),
    ).toHaveLength(1);
    expect(
      suggestDependencies(
        [a, b],
        [...both, { from: b.entityRef, to: a.entityRef }],
      ),
    ).toHaveLength(1);
  });

  it('are one for a relation at a time, and no more when enough of them were answered', () => {
    const plan = [entityA, entityB].flatMap((entityRef, side) =>
      Array.from({ length: 10 }, (_, index) =>
        entry(`i${side}-${index}`, {
          entityRef,
          start: '2026-11-01',
          end: '2026-11-30',
        }),
      ),
    );
    const both = [{ from: entityA, to: entityB }];
    const answered = new Set<string>();
    let asked = 0;
    for (;;) {
      const found = suggestDependencies(plan, both, { answered });
      if (found.length === 0) {
        break;
      }
      expect(found).toHaveLength(1);
      answered.add(found[0].id);
      asked += 1;
    }
    expect(asked).toBe(5);
  });

  it('of 50,000 items are found at once', () => {
    const items = Array.from({ length: 50_000 }, (_, index) =>
      entry(`i${index}`, {
        entityRef: `product:default/p${index % 2000}`,
        start: '2026-11-01',
        end: '2026-12-01',
      }),
    );
    const all = Array.from({ length: 4000 }, (_, index) => ({
      from: `product:default/p${index % 2000}`,
      to: `product:default/p${(index * 7 + 1) % 2000}`,
    }));
    expect(suggestDependencies(items, all)).toHaveLength(100);
  });
});

describe('the investment mix', () => {
  it('counts every item once, every effort once, and adds up over periods', () => {
    fc.assert(
      fc.property(plans, days, (items, middle) => {
        const next = new Date(Date.parse(middle) + 86_400_000)
          .toISOString()
          .slice(0, 10);
        const mix = (start: string, end: string) =>
          investmentMix(items, {
            period: { start, end },
            teamOf: item => item.goal,
          });
        const whole = mix('1990-01-01', '2090-01-01');
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
        expect(whole.items + sum(Object.values(whole.uncounted))).toBe(
          items.length,
        );
        const expected = sum(
          items
            .filter(({ status, end }) => end && status !== 'dropped')
            .map(({ score }) => score?.effort ?? score?.jobSize ?? 0),
        );
        expect(whole.effort).toBeCloseTo(expected);
        for (const list of [
          whole.categories,
          whole.classes,
          whole.teams,
          whole.origins,
        ]) {
          expect(sum(list.map(({ effort }) => effort))).toBeCloseTo(expected);
          expect(sum(list.map(({ share }) => share))).toBeCloseTo(
            expected > 0 ? 1 : 0,
          );
          expect(sum(list.map(one => one.items))).toBe(whole.items);
        }
        expect(
          mix('1990-01-01', middle).effort + mix(next, '2090-01-01').effort,
        ).toBeCloseTo(expected);
        expect(mix('2090-01-01', '1990-01-01').effort).toBe(0);
      }),
    );
  });

  it('tells new from keeping it running, by team, and where it came from', () => {
    const item = (
      category: string | undefined,
      effort: number,
      origin?: string,
    ) =>
      entry(`${category}`, {
        ...(category && { category }),
        ...(origin && { origin }),
        start: '2026-10-01',
        end: '2026-10-10',
        score: { effort },
      });
    const mix = investmentMix(
      [
        item('feature', 6, 'feedback:17'),
        item('security', 2, 'drill:9'),
        item('bets', 1),
        item(undefined, 1),
        entry('x', { score: { effort: 3 } }),
        entry('y', { start: '2026-10-01', end: '2026-10-02' }),
        { ...item('feature', 1), status: 'dropped' },
        { ...item('feature', 1), status: 'deferred' },
        { ...item('feature', 1), start: '2026-10-10' },
      ],
      {
        period: { start: '2026-10-01', end: '2026-10-05' },
        teamOf: () => 'group:default/pay',
      },
    );
    expect(mix.classes).toEqual([
      { id: 'new', effort: 3, share: 0.6, items: 1 },
      { id: 'running', effort: 1, share: 0.2, items: 1 },
      { id: 'none', effort: 0.5, share: 0.1, items: 1 },
      { id: 'other', effort: 0.5, share: 0.1, items: 1 },
    ]);
    expect(mix.origins.map(({ id }) => id)).toEqual([
      'feedback',
      'idea',
      'operations',
    ]);
    expect(mix.teamClasses).toEqual([
      { team: 'group:default/pay', classes: mix.classes },
    ]);
    expect(mix.uncounted).toEqual({
      'no-dates': 1,
      'no-effort': 1,
      dropped: 1,
      deferred: 1,
      outside: 1,
    });
    expect(originClassOf({ source: 'declared' })).toBe('file');
    expect(originClassOf({ source: 'github' })).toBe('other');
    expect(originClassOf({ source: 'declared', origin: 'run:8' })).toBe(
      'operations',
    );
    expect(originClassOf({ source: 'recorded', origin: 'Running late' })).toBe(
      'idea',
    );
  });
});

describeWithData('the insights of Kubernetes', () => {
  it('have a place for each of the 653 items', () => {
    const items = kubernetesItems().map(item => ({
      ...item,
      score: { effort: 1 },
    }));
    const { items: counted, uncounted } = investmentMix(items, {
      period: { start: '2026-01-01', end: '2026-12-31' },
    });
    const apart = Object.values(uncounted).reduce((a, b) => a + b, 0);
    expect(counted + apart).toBe(653);
    expect(counted).toBeGreaterThan(0);
  });
});
