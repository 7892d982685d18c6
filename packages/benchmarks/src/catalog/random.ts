/** A stream of numbers that depends on its seed only: the same everywhere, forever. */
export class Random {
  #state: number;

  static seeded(seed: number): Random {
    return new Random(seed);
  }

  private constructor(seed: number) {
    this.#state = Math.trunc(seed) >>> 0;
  }

  /** From 0 (included) to 1 (excluded): Mulberry32, small and even enough for made-up data. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let bits = this.#state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** A whole number below `count`, small ones far more often: as a few teams own much and most own little. */
  skewedBelow(count: number): number {
    return Math.floor(this.next() ** 2 * count);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** At most `count` different values. */
  pickSome<T>(values: readonly T[], count: number): T[] {
    const picked = new Set<T>();
    for (let i = 0; i < count && values.length > 0; i++) {
      picked.add(this.pick(values));
    }
    return [...picked];
  }
}
