const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MAX_KEPT = 1000;
/** What is left to whoever else uses the same credentials. */
const MAX_RESERVE = 100;

/** What GitHub's answers say of how often it may be asked. */
export type LimitHeaders = { [name: string]: unknown };

/**
 * Until when GitHub asks not to be asked, for each set of credentials. It is kept in memory: another instance learns it
 * from its own first answer.
 */
export class RateLimits {
  readonly #until = new Map<string, number>();
  readonly #now: () => Date;

  static create(options: { now?: () => Date } = {}): RateLimits {
    return new RateLimits(options.now ?? (() => new Date()));
  }

  private constructor(now: () => Date) {
    this.#now = now;
  }

  /** When GitHub may be asked again; nothing when it may be now. */
  waitUntil(key: string): Date | undefined {
    const until = this.#until.get(key);
    if (until === undefined) {
      return undefined;
    }
    if (until <= this.#now().getTime()) {
      this.#until.delete(key);
      return undefined;
    }
    return new Date(until);
  }

  /**
   * Goes by what an answer says.
   *
   * @param status - of the answer
   * @param message - what GitHub says of a refusal
   * @returns when GitHub may be asked again, where it refused because it was asked too often
   */
  note(
    key: string,
    answer: { status: number; headers: LimitHeaders; message?: string },
  ): Date | undefined {
    const { status, headers, message = '' } = answer;
    const now = this.#now().getTime();
    const refused = status === 403 || status === 429;
    const remaining = numberIn(headers, 'x-ratelimit-remaining');
    const reset = numberIn(headers, 'x-ratelimit-reset');
    const retryAfter = numberIn(headers, 'retry-after');
    if (refused && retryAfter !== undefined) {
      return this.#wait(key, now + retryAfter * 1000);
    }
    if (remaining !== undefined && reset !== undefined) {
      const limit = numberIn(headers, 'x-ratelimit-limit') ?? 0;
      const reserve = Math.min(MAX_RESERVE, Math.floor(limit / 10));
      if (refused ? remaining === 0 : remaining <= reserve) {
        const until = this.#wait(key, reset * 1000);
        return refused ? until : undefined;
      }
    }
    // The limits on too much at once come without saying how long.
    return status === 429 || (refused && /rate limit|abuse/i.test(message))
      ? this.#wait(key, now + MINUTE_MS)
      : undefined;
  }

  #wait(key: string, until: number): Date {
    const now = this.#now().getTime();
    const bounded = Math.min(Math.max(until, now + 1000), now + DAY_MS);
    for (const [other, time] of this.#until) {
      if (time <= now || this.#until.size >= MAX_KEPT) {
        this.#until.delete(other);
      }
    }
    this.#until.set(key, Math.max(this.#until.get(key) ?? 0, bounded));
    return new Date(bounded);
  }
}

function numberIn(headers: LimitHeaders, name: string): number | undefined {
  const value = headers[name];
  const number =
    typeof value === 'string' || typeof value === 'number'
      ? Number(value)
      : NaN;
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
