import fc from 'fast-check';
import {
  days,
  entry,
  describeWithData,
  kubernetesItems,
} from './__testUtils__/items';
import { ConflictFinder, findConflicts } from './conflicts';
import type { ConflictAction } from './conflictTypes';
import { itemKeyOf, dependencyTargetOf } from './itemRefs';
import type { RoadmapEntry } from './items';

const today = '2026-11-22';
const kinds = (items: RoadmapEntry[], facts = {}) =>
  findConflicts(items, { today, ...facts }).map(({ kind }) => kind);

function apply(items: RoadmapEntry[], action: ConflictAction): RoadmapEntry[] {
  return items.map(item => {
    if (itemKeyOf(item) !== itemKeyOf(action.item)) {
      return item;
    }
    switch (action.type) {
      case 'reschedule':
        return {
          ...item,
          ...(action.start && { start: action.start }),
          ...(action.end && { end: action.end }),
        };
      case 'remove-dependency':
        return {
          ...item,
          dependsOn: item.dependsOn.filter(ref => ref !== action.dependency),
        };
      case 'set-status':
        return { ...item, status: action.status };
      case 'choose-owner':
        return { ...item, owner: 'group:default/there' };
      default:
        return { ...item, start: undefined };
    }
  });
}

/** Up to 12 items of two products that depend on anything: each other, themselves, what is not there. */
const plans = fc
  .array(
    fc.record({
      start: fc.option(days, { nil: undefined }),
      end: fc.option(days, { nil: undefined }),
      status: fc.constantFrom(
        'planned',
        'in-progress',
        'done',
        'dropped',
        'deferred',
      ),
      owner: fc.constantFrom(
        undefined,
        'group:default/there',
        'group:default/gone',
      ),
      other: fc.boolean(),
      dependsOn: fc.uniqueArray(
        fc
          .tuple(
            fc.nat({ max: 13 }),
            fc.constantFrom('', '@product:default/b', '@product:default/cart'),
          )
          .map(([id, entity]) => `i${id}${entity}`),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 12 },
  )
  .map(all =>
    all.map(({ other, ...fields }, index) =>
      entry(`i${index}`, {
        ...(fields as Partial<RoadmapEntry>),
        ...(other && { entityRef: 'product:default/b' }),
      }),
    ),
  );
const facts = {
  today: '2026-01-01',
  retired: (ref: string) => ref === 'product:default/b',
  ownerOf: () => undefined,
  ownerExists: (ref: string) => ref.endsWith('there'),
};

describe('conflicts', () => {
  it('are solved by their first actions, one after the other, and have one id each', () => {
    fc.assert(
      fc.property(plans, plan => {
        let items = plan;
        let found = findConflicts(items, facts);
        let steps = 0;
        while (found.length > 0 && steps < 500) {
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
          items = apply(items, found[0].actions[0]);
          found = findConflicts(items, facts);
          steps += 1;
        }
        expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('have each cycle once, with exactly those that reach each other', () => {
    fc.assert(
      fc.property(plans, items => {
        const keys = new Set(items.map(itemKeyOf));
        const reach = new Map<string, Set<string>>();
        for (const item of items) {
          const seen = new Set<string>();
          const next = [item];
          while (next.length > 0) {
            const { dependsOn, entityRef } = next.pop()!;
            for (const ref of dependsOn) {
              const key = itemKeyOf(dependencyTargetOf(ref, entityRef)!);
              if (keys.has(key) && !seen.has(key)) {
                seen.add(key);
                next.push(items.find(other => itemKeyOf(other) === key)!);
              }
            }
          }
          reach.set(itemKeyOf(item), seen);
        }
        const expected = new Set(
          [...keys]
            .map(key =>
              [...keys].filter(
                other =>
                  other === key ||
                  (reach.get(key)!.has(other) && reach.get(other)!.has(key)),
              ),
            )
            .filter(group => group.length > 1)
            .map(group => group.sort().join()),
        );
        const cycles = findConflicts(items, facts).filter(
          ({ kind }) => kind === 'cycle',
        );
        expect(
          cycles.map(cycle => cycle.items.map(itemKeyOf).join()).sort(),
        ).toEqual(
          [...expected]
            .sort()
            .map(group => group.split(',').slice(0, 10).join()),
        );
      }),
    );
  });

  it('are of each kind, told in words and with what solves them', () => {
    const a = entry('a', { start: '2026-12-01', end: '2026-12-31' });
    const b = entry('b', {
      start: '2026-12-01',
      end: '2027-01-31',
      entityRef: 'product:default/b',
    });
    const after = { ...a, dependsOn: ['b@product:default/b'] };
    expect(findConflicts([after, b], { today })).toEqual([
      {
        id: 'ends-before-dependency/a@product:default/cart/b@product:default/b',
        kind: 'ends-before-dependency',
        severity: 'warning',
        title:
          '"Item a" ends on 31 Dec 2026, before "Item b" that it depends on: 31 Jan 2027.',
        items: [
          { entityRef: 'product:default/cart', itemId: 'a' },
          { entityRef: 'product:default/b', itemId: 'b' },
        ],
        itemCount: 2,
        actions: [
          expect.objectContaining({
            type: 'reschedule',
            start: '2027-01-01',
            end: '2027-01-31',
          }),
          expect.objectContaining({
            type: 'reschedule',
            item: expect.objectContaining({ itemId: 'b' }),
          }),
          expect.objectContaining({
            type: 'remove-dependency',
            dependency: 'b@product:default/b',
          }),
        ],
      },
    ]);
    expect(kinds([after, { ...b, status: 'dropped' }])).toEqual([
      'dropped-dependency',
    ]);
    expect(kinds([after, { ...b, archived: true }])).toEqual([
      'missing-dependency',
    ]);
    expect(kinds([after, { ...b, status: 'done' }])).toEqual([]);
    const retired = (ref: string) => ref === 'product:default/b';
    expect(kinds([after, b], { retired })).toEqual([
      'retired-dependency',
      'retired-product',
    ]);
    expect(kinds([{ ...a, dependsOn: ['a'] }])).toEqual(['depends-on-itself']);
    expect(kinds([{ ...a, end: '2026-11-21', start: undefined }])).toEqual([
      'overdue',
    ]);
    expect(kinds([{ ...a, end: '2026-12-01' }])).toEqual(['no-duration']);
    expect(kinds([{ ...a, end: '2026-11-30' }])).toEqual(['no-duration']);
    expect(kinds([a], { ownerOf: () => undefined })).toEqual(['missing-owner']);
    expect(
      kinds([a], {
        ownerOf: () => 'group:default/x',
        ownerExists: () => false,
      }),
    ).toEqual(['missing-owner']);
    expect(
      kinds([{ ...a, owner: 'group:default/y' }], { ownerOf: () => undefined }),
    ).toEqual([]);
  });

  it('are the same when found again after some items have changed', () => {
    fc.assert(
      fc.property(
        plans,
        plans,
        fc.infiniteStream(fc.boolean()),
        (a, b, choose) => {
          const finder = ConflictFinder.create({ today });
          const found = (items: RoadmapEntry[]) => {
            const search = finder.search(items);
            let step = search.next();
            while (!step.done) {
              step = search.next();
            }
            return step.value.conflicts;
          };
          found(a);
          const others = new Map(b.map(item => [itemKeyOf(item), item]));
          const mixed = a.flatMap(item => {
            const other = others.get(itemKeyOf(item));
            return choose.next().value ? [item] : [...(other ? [other] : [])];
          });
          expect(found(mixed)).toEqual(findConflicts(mixed, { today }));
          expect(found(a)).toEqual(findConflicts(a, { today }));
        },
      ),
    );
  });

  it('of 50,000 items in one circle are found at once', () => {
    const items = Array.from({ length: 50_000 }, (_, index) =>
      entry(`i${index}`, { dependsOn: [`i${(index + 1) % 50_000}`] }),
    );
    const [cycle, ...more] = findConflicts(items, { today });
    expect(more).toEqual([]);
    expect(cycle).toMatchObject({ kind: 'cycle', itemCount: 50_000 });
    expect(cycle.items).toHaveLength(10);
    expect(cycle.title).toContain('and 49995 more');
  });
});

describeWithData('the conflicts of Kubernetes', () => {
  it('are the 15 cycles and the 97 single days of its README', () => {
    const all = findConflicts(
      kubernetesItems().map(item => ({
        ...item,
        status: 'planned' as const,
      })),
      { today: '2010-01-01' },
    );
    const count = (kind: string) => all.filter(one => one.kind === kind).length;
    expect(count('cycle')).toBe(15);
    expect(count('no-duration')).toBe(97);
    expect(count('missing-dependency')).toBe(0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const real = findConflicts(kubernetesItems(), { today: '2026-08-21' });
    expect(real.filter(({ kind }) => kind === 'cycle')).toHaveLength(15);
    expect(real.some(({ kind }) => kind === 'dropped-dependency')).toBe(true);
  });
});
