import fc from 'fast-check';
import { entry } from './__testUtils__/items';
import {
  byRank,
  isRank,
  MAX_RANK_LENGTH,
  rankBetween,
  spreadRanks,
} from './rank';

describe('ranks', () => {
  it('stand between their neighbours, wherever items are put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 300 }), places => {
        const ranks: string[] = [];
        for (const place of places) {
          const at = place % (ranks.length + 1);
          const rank = rankBetween(ranks[at - 1], ranks[at]);
          expect(isRank(rank)).toBe(true);
          ranks.splice(at, 0, rank!);
        }
        expect([...ranks].sort()).toEqual(ranks);
        expect(new Set(ranks).size).toBe(ranks.length);
      }),
    );
  });

  it('stay short at the ends, and say when a gap is full', () => {
    const ends = { top: 'n0', bottom: 'n0' };
    for (let count = 0; count < 2000; count += 1) {
      ends.top = rankBetween(undefined, ends.top)!;
      ends.bottom = rankBetween(ends.bottom, undefined)!;
    }
    expect(Math.max(ends.top.length, ends.bottom.length)).toBeLessThan(6);
    let high: string | undefined = 'n1';
    let moves = 0;
    for (; high; moves += 1) {
      high = rankBetween('n0', high);
    }
    expect(moves).toBeGreaterThan(MAX_RANK_LENGTH);
    const spread = spreadRanks(3000);
    expect([...spread].sort()).toEqual(spread);
    expect(spread.every(isRank)).toBe(true);
  });

  it('come from ranks in order alone, and never throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const rank = rankBetween(a, b);
        expect(rank === undefined || (a < rank && rank < b)).toBe(true);
      }),
    );
    expect(rankBetween('n1', 'n0')).toBeUndefined();
    expect(rankBetween('n1', 'n1')).toBeUndefined();
    expect(
      [entry('b'), entry('a'), entry('c', { rank: 'mz' })]
        .sort(byRank)
        .map(({ itemId }) => itemId),
    ).toEqual(['c', 'a', 'b']);
  });
});
