/** Times of one side of a comparison, in milliseconds. */
export interface Sample {
  name: string;
  times: number[];
}

export interface Comparison {
  measured: Sample;
  baseline: Sample;
}

export interface CompareOptions {
  measured: { name: string; run: (round: number) => Promise<unknown> };
  baseline: { name: string; run: (round: number) => Promise<unknown> };
  /** Rounds that count. */
  rounds: number;
  /** Rounds before, that do not count. */
  warmUp: number;
  /** No round starts after so many milliseconds; at least one always runs. */
  limitMs: number;
  /** A run that knows its own time returns it in milliseconds; else the clock is used. */
  ownTime?: boolean;
}

/**
 * Runs both sides in turn, in one process and minute, so that whatever else the machine does meets both alike. Who goes
 * first changes every round.
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const { measured, baseline } = options;
  const result: Comparison = {
    measured: { name: measured.name, times: [] },
    baseline: { name: baseline.name, times: [] },
  };
  const started = performance.now();
  for (let round = -options.warmUp; round < options.rounds; round++) {
    if (
      performance.now() - started > options.limitMs &&
      result.measured.times.length > 0
    ) {
      break;
    }
    const sides = [
      { side: measured, sample: result.measured },
      { side: baseline, sample: result.baseline },
    ];
    for (const { side, sample } of round % 2 === 0 ? sides : sides.reverse()) {
      const begun = performance.now();
      const own = await side.run(round + options.warmUp);
      const time =
        options.ownTime && typeof own === 'number'
          ? own
          : performance.now() - begun;
      if (round >= 0) {
        sample.times.push(time);
      }
    }
  }
  return result;
}

/** The value that a share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) {
    return Number.NaN;
  }
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
}
