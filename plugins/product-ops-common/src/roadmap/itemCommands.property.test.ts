import fc from 'fast-check';
import { entry, itemFields } from './__testUtils__/items';
import { createItem, decideItem } from './itemCommands';
import type { ItemChange, ItemCommand, ItemOutcome } from './itemCommandTypes';
import { itemIdOf } from './itemRefs';
import { fieldsOf, RoadmapEntry } from './items';
import { validateItemFields, validateItemPatch } from './validateItem';

const done = (outcome: ItemOutcome) => {
  if (!outcome.ok) {
    throw new Error(`${outcome.problem}: ${outcome.message}`);
  }
  return outcome;
};
describe('commands', () => {
  const commands: fc.Arbitrary<ItemCommand> = fc.oneof(
    itemFields.map(patch => ({ type: 'edit' as const, patch })),
    fc
      .integer({ min: -900, max: 900 })
      .map(days => ({ type: 'shift' as const, days })),
    fc
      .constantFrom('2027-01-01', '2026-02-30')
      .map(to => ({ type: 'move' as const, to })),
    fc.constant({ type: 'resize' as const, end: '2027-06-01' }),
    fc.constant({ type: 'drop' as const }),
    fc
      .constantFrom('n1', 'n5', 'm3')
      .map(after => ({ type: 'reorder' as const, after })),
    fc
      .constantFrom('now', 'later', null)
      .map(horizon => ({ type: 'edit' as const, patch: { horizon } })),
  );

  it('raise the version with every change, and undone from the last to the first lead back', () => {
    let changes = 0;
    fc.assert(
      fc.property(
        itemFields,
        fc.array(commands, { maxLength: 12 }),
        (fields, steps) => {
          const first = done(
            createItem(fields, {
              entityRef: 'product:default/cart',
              itemId: 'one',
              rank: 'n3',
            }),
          ).item;
          let item: RoadmapEntry = first;
          const log: ItemChange[] = [];
          const sound: boolean[] = [];
          for (const step of steps) {
            const outcome = decideItem(item, step, { version: item.version });
            if (outcome.ok && outcome.change) {
              sound.push(
                outcome.item.version === item.version + 1 &&
                  validateItemFields(fieldsOf(outcome.item)).ok,
              );
              log.push(outcome.change);
              item = outcome.item;
            }
          }
          expect(sound).not.toContain(false);
          changes += log.length;
          const later: ItemChange[] = [];
          for (const change of log.reverse()) {
            const outcome = done(
              decideItem(item, { type: 'undo', change, later }),
            );
            item = outcome.item;
            later.push(change, ...(outcome.change ? [outcome.change] : []));
          }
          expect({ ...item, version: 0 }).toEqual({ ...first, version: 0 });
        },
      ),
    );
    expect(changes).toBeGreaterThan(100);
  });

  it('keep the duration, and close without a horizon', () => {
    const item = entry('one', {
      start: '2026-10-01',
      end: '2026-12-15',
      horizon: 'now',
    });
    const fields = (command: ItemCommand) =>
      done(decideItem(item, command)).item;
    expect(fields({ type: 'shift', days: 31 })).toMatchObject({
      start: '2026-11-01',
      end: '2027-01-15',
    });
    expect(fields({ type: 'move', to: '2026-09-30' })).toMatchObject({
      start: '2026-09-30',
      end: '2026-12-14',
    });
    expect(fields({ type: 'drop' })).toMatchObject({ status: 'dropped' });
    expect(fields({ type: 'drop' }).horizon).toBeUndefined();
    expect(
      fields({ type: 'edit', patch: { status: 'deferred' } }).horizon,
    ).toBe('later');
    expect(
      fields({
        type: 'reorder',
        after: 'n4',
        before: 'n5',
        patch: { horizon: 'next' },
      }),
    ).toMatchObject({
      horizon: 'next',
      rank: 'n4i',
      version: 2,
    });
    expect(
      done(decideItem(entry('two'), { type: 'move', to: '2026-09-30' })).item
        .start,
    ).toBe('2026-09-30');
  });

  it('say why they cannot be', () => {
    const item = entry('one', { start: '2026-10-01', end: '2026-12-15' });
    const problem = (command: ItemCommand, of = item, version?: number) => {
      const outcome = decideItem(of, command, { version });
      return outcome.ok ? 'none' : outcome.problem;
    };
    expect(decideItem(item, { type: 'drop' }, { version: 7 })).toMatchObject({
      problem: 'stale',
      current: item,
    });
    expect(problem({ type: 'drop' }, entry('a', { source: 'declared' }))).toBe(
      'read-only',
    );
    expect(
      problem(
        { type: 'reorder', after: 'n7' },
        entry('a', { source: 'declared' }),
      ),
    ).toBe('none');
    expect(problem({ type: 'drop' }, entry('a', { archived: true }))).toBe(
      'archived',
    );
    expect(problem({ type: 'shift', days: 1 }, entry('a'))).toBe('no-dates');
    expect(problem({ type: 'shift', days: 1e9 })).toBe('invalid');
    expect(problem({ type: 'shift', days: NaN })).toBe('invalid');
    expect(problem({ type: 'resize', end: '2026-09-01' })).toBe('invalid');
    expect(problem({ type: 'move', to: 'soon' })).toBe('invalid');
    expect(problem({ type: 'reorder', after: 'n5', before: 'n4' })).toBe(
      'no-room',
    );

    const first = done(
      decideItem(item, { type: 'edit', patch: { title: 'A' } }),
    );
    const second = done(
      decideItem(first.item, { type: 'edit', patch: { title: 'B' } }),
    );
    expect(
      decideItem(second.item, {
        type: 'undo',
        change: first.change!,
        later: [second.change!],
      }),
    ).toMatchObject({ problem: 'changed-since', version: 3 });
    const apart = done(
      decideItem(first.item, { type: 'edit', patch: { goal: 'g' } }),
    );
    expect(
      done(decideItem(apart.item, { type: 'undo', change: first.change! }))
        .item,
    ).toMatchObject({
      title: 'Item one',
      goal: 'g',
    });
  });

  it('let an old fault of one field keep nobody from mending another one', () => {
    const faulty = entry('one', { start: '2026-10-01', end: '2026-09-01' });
    expect(validateItemPatch({ title: 'Better' }, faulty)).toMatchObject({
      ok: true,
    });
    expect(validateItemPatch({ start: '2026-11-01' }, faulty)).toMatchObject({
      problems: [{ path: ['start'], code: 'ends-before-start' }],
    });
  });

  it('name new items by their title', () => {
    expect(itemIdOf('Größe: one-tap Checkout!', new Set())).toBe(
      'grosse-one-tap-checkout',
    );
    expect(itemIdOf('日本', new Set(['item']))).toBe('item-2');
  });
});
