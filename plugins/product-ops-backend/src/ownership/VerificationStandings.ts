import {
  overdueBefore,
  type VerificationPeriods,
  type VerificationState,
} from '@productops/backstage-plugin-product-ops-common';
import type { VerificationStore } from './VerificationStore';

/** Of the entities whose verification is due or overdue, which it is. All others are up to date. */
export type Standings = ReadonlyMap<string, VerificationState>;

/**
 * How the verifications of all entities stand. They are read again when one has changed, on this instance or on
 * another, and when a day begins; in between, the same map is given, so that what was counted from it can be kept.
 */
export class VerificationStandings {
  readonly #verifications: VerificationStore;
  readonly #periods: VerificationPeriods;
  readonly #now: () => Date;
  #current: { stamp: string; standings: Promise<Standings> } | undefined;

  static create(options: {
    verifications: VerificationStore;
    periods: VerificationPeriods;
    now?: () => Date;
  }): VerificationStandings {
    return new VerificationStandings(options);
  }

  private constructor(
    options: Parameters<typeof VerificationStandings.create>[0],
  ) {
    this.#verifications = options.verifications;
    this.#periods = options.periods;
    this.#now = options.now ?? (() => new Date());
  }

  /** How they stand this very moment. */
  async current(): Promise<Standings> {
    const today = this.#now().toISOString().slice(0, 10);
    // Before the rows: what changes between the two is read twice rather than missed.
    const stamp = `${await this.#verifications.revision()} ${today}`;
    if (this.#current?.stamp === stamp) {
      return this.#current.standings;
    }
    const next = { stamp, standings: this.#read(today) };
    this.#current = next;
    next.standings.catch(() => {
      // The next question tries again.
      if (this.#current === next) {
        this.#current = undefined;
      }
    });
    return next.standings;
  }

  async #read(today: string): Promise<Standings> {
    const before = overdueBefore(today, this.#periods);
    const due = await this.#verifications.listDue(today);
    return new Map(
      due.map(({ entityRef, dueAt }) => [
        entityRef,
        dueAt < before ? 'overdue' : 'due',
      ]),
    );
  }
}
