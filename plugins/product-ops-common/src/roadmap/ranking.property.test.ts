import fc from 'fast-check';
import { entry, scores } from './__testUtils__/items';
import { itemKeyOf } from './itemRefs';
import {
  rankingChanges,
  rankItems,
  snapshotRanking,
  valueEffortMatrix,
} from './ranking';
import type { ScoreMethod } from './score';

const portfolio = fc
  .array(scores)
  .map(all => all.map((score, index) => entry(`i${index}`, { score })));
const methods = fc.constantFrom<ScoreMethod>('rice', 'wsjf');

describe('a ranking', () => {
  it('has every item once: by score and then as it came, or with what is missing', () => {
    fc.assert(
      fc.property(portfolio, methods, (items, method) => {
        const { ranked, unscored } = rankItems(items, method);
        expect(ranked.length + unscored.length).toBe(items.length);
        expect(unscored.every(({ missing }) => missing.length > 0)).toBe(true);
        const order = ranked.map(({ item }) => items.indexOf(item));
        ranked.slice(1).forEach((one, index) => {
          const above = ranked[index];
          expect(
            above.value > one.value
              ? one.place === index + 2
              : above.value === one.value &&
                  above.place === one.place &&
                  order[index] < order[index + 1],
          ).toBe(true);
        });
        const matrix = valueEffortMatrix(items, method);
        expect(matrix.items).toHaveLength(ranked.length);
        const wins = matrix.items.filter(({ quadrant }) =>
          ['quick-win', 'big-bet'].includes(quadrant),
        );
        expect(wins.length * 2).toBeGreaterThanOrEqual(ranked.length);
      }),
    );
  });

  it('names missing inputs, and an effort of none', () => {
    const { unscored } = rankItems(
      [
        entry('a'),
        entry('b', {
          score: { reach: 1, impact: 1, confidence: 1, effort: 0 },
        }),
        entry('c', { score: { reach: 1, costOfDelay: 3, jobSize: 1 } }),
      ],
      'rice',
    );
    expect(unscored.map(({ missing }) => missing)).toEqual([
      ['reach', 'impact', 'confidence', 'effort'],
      ['effort'],
      ['impact', 'confidence', 'effort'],
    ]);
  });

  it('puts items into quadrants by the medians', () => {
    const item = (id: string, costOfDelay: number, jobSize: number) =>
      entry(id, { score: { costOfDelay, jobSize } });
    const matrix = valueEffortMatrix(
      [
        item('win', 8, 1),
        item('bet', 8, 8),
        item('fill', 1, 1),
        item('not', 1, 8),
      ],
      'wsjf',
    );
    expect(matrix).toMatchObject({ medianValue: 4.5, medianEffort: 4.5 });
    expect(
      Object.fromEntries(
        matrix.items.map(one => [one.item.itemId, one.quadrant]),
      ),
    ).toEqual({
      win: 'quick-win',
      bet: 'big-bet',
      fill: 'fill-in',
      not: 'reconsider',
    });
    expect(valueEffortMatrix([], 'rice')).toEqual({ items: [], unscored: [] });
  });

  it('tells what changed since another one, so that it can be replayed', () => {
    fc.assert(
      fc.property(portfolio, portfolio, methods, (old, now, method) => {
        const before = snapshotRanking(
          rankItems(old, method).ranked,
          '2026-10-22',
          method,
        );
        const after = snapshotRanking(
          rankItems(now, method).ranked,
          '2026-11-22',
          method,
        );
        const replayed = new Map(
          before.items.map(({ key, ...one }) => [key, one]),
        );
        rankingChanges(before, after).forEach(change => {
          expect(replayed.get(change.key)).toEqual(change.before);
          replayed.delete(change.key);
          if (change.after) {
            replayed.set(change.key, change.after);
          }
        });
        expect(replayed).toEqual(
          new Map(after.items.map(({ key, ...one }) => [key, one])),
        );
        expect(rankingChanges(after, after)).toEqual([]);
      }),
    );
    const ranking = (...values: number[]) =>
      snapshotRanking(
        rankItems(
          values.map((costOfDelay, index) =>
            entry(`i${index}`, { score: { costOfDelay, jobSize: 1 } }),
          ),
          'wsjf',
        ).ranked,
        '2026-11-22',
        'wsjf',
      );
    expect(
      rankingChanges(ranking(9, 5, 3), ranking(1, 5.5, 3.5)).map(
        ({ key, kind }) => [key, kind],
      ),
    ).toEqual([
      [itemKeyOf(entry('i0')), 'down'],
      [itemKeyOf(entry('i1')), 'up'],
      [itemKeyOf(entry('i2')), 'up'],
    ]);
  });
});
