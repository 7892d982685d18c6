import type { VerificationPeriods } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/sql';
import { recordGaps, takeGapsToTell, type GapToTell } from './gapRecords';
import { takeOverdueToTell, type Overdue } from './overdueRecords';
import {
  ownerChanges,
  readOwners,
  writeHistory,
  writeOwners,
} from './ownerRecords';
import { raiseRevision } from './revision';
import { closeTransfers, type ClosedTransfers } from './transferRecords';

/** From this tier on nobody is told of a gap: the list shows it. */
const LEAST_TIER_TOLD = 2;
/** What leaves the catalog for less, as when a provider fails, comes back as it was. */
const GRACE_MS = 7 * 24 * 60 * 60 * 1000;

/** Ownership as the catalog shows it now. */
export interface OwnershipNow {
  /** All entities that may have an owner, by ref. */
  owners: ReadonlyMap<string, { owner?: string; tier?: number }>;
  /** The ids of the gaps of each entity. */
  gaps: ReadonlyMap<string, readonly string[]>;
}

/** What became of one look at ownership. Everything in it is given once, whichever instance looks. */
export interface Recorded extends ClosedTransfers {
  rowsWritten: number;
  /** Gaps that the owners are to be told of. */
  gaps: GapToTell[];
  /** Verifications that owners and role holders are to be told of. */
  overdue: Overdue;
}

/** Writes how ownership changes, by comparison with what was written before. */
export class OwnershipRecords {
  readonly #knex: Knex;
  readonly #periods: VerificationPeriods;

  static create(options: {
    knex: Knex;
    periods: VerificationPeriods;
  }): OwnershipRecords {
    return new OwnershipRecords(options);
  }

  private constructor(options: { knex: Knex; periods: VerificationPeriods }) {
    this.#knex = options.knex;
    this.#periods = options.periods;
  }

  /**
   * Brings owners and gaps up to date, all or nothing: what changed is added to the history, transfers that the catalog
   * has caught up with are closed, gaps begin and end. Of two instances that look at once, one waits for the other.
   * What is not there keeps its records for some days, since it may come back.
   */
  async record(
    now: OwnershipNow,
    options: {
      at: Date;
      /** The day before which a verification was due that is overdue now. */
      overdueBefore: string;
    },
  ): Promise<Recorded> {
    const { at, overdueBefore } = options;
    const { owners } = now;
    return this.#knex.transaction(async trx => {
      await waitForOthers(trx);
      const before = await readOwners(trx);
      const forgetBefore = new Date(at.getTime() - GRACE_MS);
      const changes = ownerChanges({
        before,
        owners,
        periods: this.#periods,
        forgetBefore,
      });
      // Whoever answers writes owners, then transfers, then the revision: in the same order nobody waits in a circle.
      const rows = await writeOwners(trx, {
        changes,
        owners,
        periods: this.#periods,
        at,
      });
      const closed = await closeTransfers(trx, {
        owners,
        mayReturn: ({ entityRef, proposedAt }) => {
          const known = before.get(entityRef);
          return (known ? known.goneAt ?? at : proposedAt) >= forgetBefore;
        },
        at,
      });
      await writeHistory(trx, {
        changed: changes.changed,
        before,
        owners,
        transferred: new Set(
          closed.completed.map(({ entityRef }) => entityRef),
        ),
        at,
      });
      const gaps = await recordGaps(trx, now.gaps, {
        at,
        // What an entity comes with is no news, and an installation that is new does not begin with a flood of it.
        matters: ref => {
          const tier = owners.get(ref)?.tier;
          return before.has(ref) && !!tier && tier <= LEAST_TIER_TOLD;
        },
      });
      const recorded = {
        rowsWritten:
          rows +
          changes.changed.length +
          gaps +
          closed.completed.length +
          closed.superseded.length,
        ...closed,
        gaps: await takeGapsToTell(trx, at),
        overdue: await takeOverdueToTell(trx, overdueBefore),
      };
      if (rows > 0) {
        await raiseRevision(trx);
      }
      return recorded;
    });
  }
}

/** Holds whoever records at the same time, until this one is done; SQLite has one writer anyway. */
async function waitForOthers(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.ownership-record'))",
    );
  }
}
