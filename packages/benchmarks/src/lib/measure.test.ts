import { compare, percentile } from './measure';

describe('percentile', () => {
  it('is the smallest value that the share does not exceed', () => {
    const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6];
    expect(percentile(values, 0.5)).toBe(5);
    expect(percentile(values, 0.95)).toBe(10);
    expect(percentile([3], 0.95)).toBe(3);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('compare', () => {
  it('runs both sides in turn, changes who is first, and leaves the warm-up out', async () => {
    const order: string[] = [];
    const { measured, baseline } = await compare({
      measured: {
        name: 'new',
        run: async round => {
          order.push(`new ${round}`);
          return round;
        },
      },
      baseline: {
        name: 'old',
        run: async round => {
          order.push(`old ${round}`);
          return round * 10;
        },
      },
      rounds: 2,
      warmUp: 1,
      limitMs: 60_000,
      ownTime: true,
    });
    expect(order).toEqual([
      'old 0',
      'new 0',
      'new 1',
      'old 1',
      'old 2',
      'new 2',
    ]);
    expect(measured).toEqual({ name: 'new', times: [1, 2] });
    expect(baseline).toEqual({ name: 'old', times: [10, 20] });
  });

  it('stops at its time limit with at least one round', async () => {
    const { measured } = await compare({
      measured: { name: 'new', run: async () => {} },
      baseline: { name: 'old', run: async () => {} },
      rounds: 1000,
      warmUp: 0,
      limitMs: -1,
    });
    expect(measured.times).toHaveLength(1);
  });
});
