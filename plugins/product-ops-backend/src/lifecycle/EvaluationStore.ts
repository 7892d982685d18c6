import { ConflictError } from '@backstage/errors';
import type { FactValue } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { inList, isPostgres, toDate } from '../database/sql';
import { lockDirectory } from '../directory/lockDirectory';
import { ENTITIES, REMOVED } from '../directory/tables';
import { PENDING } from './pending';
import type { CheckRegression } from './ports';

const STATE = 'lifecycle_state';
export const READINESS = 'lifecycle_entities';
/** How the checks of an entity count, in columns of {@link READINESS}. */
export const COUNTS = [
  'demanded',
  'passed',
  'failed',
  'open',
  'waived',
  'not_applicable',
];
export const FACTS = 'lifecycle_facts';
export const CHECK_CHANGES = 'lifecycle_check_changes';

/** How far the answers are. */
export interface EvaluationState {
  /** Changes of the directory up to this version are answered. */
  directoryVersion: number;
  /** What all answers go by. */
  rules?: string;
  /** The first look ever. */
  firstAt?: Date;
  /** The beginning of the last complete run. */
  answeredAt?: Date;
  /** How long that took, how many entities it looked at, and the rows that it wrote. */
  last?: { durationMs: number; evaluated: number; rowsWritten: number };
}

/** An entity whose checks are to be answered anew. */
export interface PendingEntity {
  entityRef: string;
  token: string;
  /** Whether it is looked at since the rules have changed: then nobody is told what does not pass any more. */
  quiet: boolean;
}

/** A check of an entity that passed before. */
export interface Regression extends CheckRegression {
  id: string;
}

/** What the evaluation has to do, and how far it is. */
export class EvaluationStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): EvaluationStore {
    return new EvaluationStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getState(trx: Knex = this.#knex): Promise<EvaluationState> {
    const row = await trx(STATE).where({ id: 1 }).first();
    return {
      directoryVersion: Number(row?.directory_version ?? 0),
      rules: row?.rules ?? undefined,
      firstAt: toDate(row?.first_at),
      answeredAt: toDate(row?.answered_at),
      ...(row?.answered_at && {
        last: {
          durationMs: row.duration_ms ?? 0,
          evaluated: row.evaluated ?? 0,
          rowsWritten: row.rows_written ?? 0,
        },
      }),
    };
  }

  /** Begins a run: from now on no earlier one writes anything. */
  async begin(run: string): Promise<void> {
    await this.#knex(STATE)
      .insert({ id: 1, run })
      .onConflict('id')
      .merge({ run });
  }

  /** Writes for a run, all or nothing; a run that another one has taken over from may not. */
  async write<T>(run: string, write: (trx: Knex) => Promise<T>): Promise<T> {
    return this.#knex.transaction(async trx => {
      const state = await trx(STATE)
        .select('run')
        .where({ id: 1 })
        .forUpdate()
        .first();
      if (state?.run !== run) {
        throw new ConflictError(
          'Another instance answers the checks now; this run ends here',
        );
      }
      return write(trx);
    });
  }

  /** Says how far the answers are. */
  async saveState(trx: Knex, state: EvaluationState): Promise<void> {
    await trx(STATE)
      .where({ id: 1 })
      .update({
        directory_version: state.directoryVersion,
        rules: state.rules ?? null,
        first_at: state.firstAt ?? null,
        answered_at: state.answeredAt ?? null,
        duration_ms: state.last ? Math.round(state.last.durationMs) : null,
        evaluated: state.last?.evaluated ?? null,
        rows_written: state.last?.rowsWritten ?? null,
      });
  }

  /** Has all entities looked at anew, those that have left included. */
  async enqueueAll(
    trx: Knex,
    { quiet }: Pick<PendingEntity, 'quiet'>,
  ): Promise<void> {
    for (const table of [ENTITIES, READINESS]) {
      await this.#enqueue(trx, trx(table));
    }
    if (quiet) {
      await trx(PENDING).update({ quiet });
    }
  }

  /** Has entities looked at anew of which an answer has changed by itself. */
  async enqueueDue(trx: Knex, now: Date): Promise<void> {
    await this.#enqueue(trx, trx(READINESS).where('due_at', '<=', now));
  }

  async #enqueue(trx: Knex, rows: Knex.QueryBuilder): Promise<void> {
    const { sql, bindings } = rows
      .clone()
      // SQLite takes the words after a select for part of it, unless there is a condition.
      .whereRaw('1 = 1')
      .select(
        'entity_ref',
        trx.raw(isPostgres(trx) ? '?::text' : '?', randomUUID()),
      )
      .toSQL();
    await trx.raw(
      `insert into ${PENDING} (entity_ref, token) ${sql}
       on conflict (entity_ref) do update set token = excluded.token`,
      [...bindings],
    );
  }

  /** The next entities to look at, by ref. */
  async listPending(after: string, limit: number): Promise<PendingEntity[]> {
    const rows = await this.#knex(PENDING)
      .select('entity_ref', 'token', 'quiet')
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      token: row.token,
      quiet: Boolean(row.quiet),
    }));
  }

  /**
   * The stages of entities as the directory has them; what is not there is absent. Nothing changes them until the end of
   * the transaction.
   */
  async stagesOf(
    trx: Knex,
    refs: readonly string[],
  ): Promise<Map<string, string | undefined>> {
    await lockDirectory(trx);
    const rows = await trx(ENTITIES)
      .select('entity_ref', 'stage')
      .where(inList(trx, 'entity_ref', refs));
    return new Map(rows.map(row => [row.entity_ref, row.stage ?? undefined]));
  }

  /** Takes entities off the list, except those of which something has changed meanwhile. */
  async done(trx: Knex, entities: readonly PendingEntity[]): Promise<void> {
    const tokens = new Map<string, string[]>();
    for (const { entityRef, token } of entities) {
      tokens.set(token, [...(tokens.get(token) ?? []), entityRef]);
    }
    for (const [token, refs] of tokens) {
      await trx(PENDING)
        .where({ token })
        .where(inList(trx, 'entity_ref', refs))
        .delete();
    }
  }

  /** The facts that were known of entities. */
  async factsOf(
    refs: readonly string[],
  ): Promise<Map<string, Record<string, FactValue>>> {
    const rows = await this.#knex(FACTS).where(
      inList(this.#knex, 'entity_ref', refs),
    );
    return new Map(rows.map(row => [row.entity_ref, JSON.parse(row.facts)]));
  }

  /** Regressions that nobody has been told of. */
  async listUnreported(limit: number): Promise<Regression[]> {
    const rows = await this.#knex(CHECK_CHANGES)
      .select('id', 'entity_ref', 'check_id', 'to_standing')
      .whereNotNull('unreported')
      .orderBy('id')
      .limit(limit);
    return rows.map(row => ({
      id: row.id,
      entityRef: row.entity_ref,
      checkId: row.check_id,
      standing: row.to_standing,
    }));
  }

  /** Takes a regression to tell of it: only one caller gets it. */
  async claimRegression(id: string): Promise<boolean> {
    const claimed = await this.#knex(CHECK_CHANGES)
      .where({ id })
      .whereNotNull('unreported')
      .update({ unreported: null });
    return claimed > 0;
  }

  /** Has regressions told with the next run. */
  async returnRegression(id: string): Promise<void> {
    await this.#knex(CHECK_CHANGES).where({ id }).update({ unreported: true });
  }

  /** Forgets what left the directory up to a version: nobody asks for it any more. */
  async forgetRemoved(trx: Knex, upTo: number): Promise<void> {
    await trx(REMOVED).where('version', '<=', upTo).delete();
  }
}
