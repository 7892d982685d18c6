/** Remembers a bounded number of values for a short time; the least recently used go first. */
export class RecentValues<T extends Promise<unknown>> {
  readonly #maxEntries: number;
  readonly #maxAgeMs: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, { value: T; madeAt: number }>();

  constructor(options: {
    maxEntries: number;
    maxAgeMs: number;
    now?: () => number;
  }) {
    this.#maxEntries = options.maxEntries;
    this.#maxAgeMs = options.maxAgeMs;
    this.#now = options.now ?? Date.now;
  }

  /** The value of a key, made anew when there is none or it is too old. One that rejects is forgotten. */
  get(key: string, make: () => T): T {
    const now = this.#now();
    const known = this.#entries.get(key);
    this.#entries.delete(key);
    const entry =
      known && now - known.madeAt < this.#maxAgeMs
        ? known
        : { value: make(), madeAt: now };
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
    });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) {
        break;
      }
      this.#entries.delete(oldest);
    }
    return entry.value;
  }
}
