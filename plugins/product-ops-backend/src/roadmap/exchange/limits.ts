/** The bounds of the contract. */
export const MAX_ROWS = 2000;
export const MAX_BYTES = 2 * 1024 * 1024;
export const MAX_FEEDS = 20;
export const MAX_VIEWS = 50;
/** How many plans of imports are kept that one person has not applied. */
export const MAX_PLANS = 10;
/** How many entities a feed covers at most. */
export const MAX_SCOPE = 2000;
export const MAX_EVENTS = 1000;

/**
 * Counts what is asked within some minutes, by key. Each instance counts for itself: it keeps load away, and guards nothing
 * else.
 */
export class AskedLately {
  readonly #counts = new Map<string, { since: number; count: number }>();
  readonly #windowMs: number;
  readonly #most: number;

  static create(options: { windowMs: number; most: number }): AskedLately {
    return new AskedLately(options);
  }

  private constructor(options: { windowMs: number; most: number }) {
    this.#windowMs = options.windowMs;
    this.#most = options.most;
  }

  /** Counts one more; false when that is too many. */
  count(key: string, now: number): boolean {
    const known = this.#counts.get(key);
    if (!known || now - known.since >= this.#windowMs) {
      // Old ones go with the oldest key, so that no flood of keys fills the memory.
      if (this.#counts.size >= 10_000) {
        const [oldest] = this.#counts.keys();
        this.#counts.delete(oldest);
      }
      this.#counts.delete(key);
      this.#counts.set(key, { since: now, count: 1 });
      return true;
    }
    known.count += 1;
    return known.count <= this.#most;
  }
}
