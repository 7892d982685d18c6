import {
  drillDue,
  judgeDrill,
  type Drill,
  type DrillDue,
  type DrillPeriods,
  type RecoveryObjectives,
  type RunbookRunOutcome,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { inList, toDate } from '../../database/sql';
import { ENTITIES } from '../../directory/tables';
import type { DirectoryFacts } from '../../directory/types';
import type { DrillResult, Drills } from '../../lifecycle/ports';

const DRILLS = 'drills';

/** A drill that is over, as it is kept. */
export interface StoredDrill {
  runId: string;
  entityRef: string;
  runbookId: string;
  title: string;
  outcome: RunbookRunOutcome;
  elapsedMs: number;
  dataLoss?: string;
  /** What was promised when it was closed. */
  promised: RecoveryObjectives;
  closedAt: Date;
}

interface DrillRow {
  run_id: string;
  entity_ref: string;
  runbook_id: string;
  title: string;
  outcome: RunbookRunOutcome;
  elapsed_ms: number | string;
  data_loss: string | null;
  promised_rto: string | null;
  promised_rpo: string | null;
  closed_at: Date | string | number;
}

/** How the drills of an entity stand. */
export interface DrillStanding {
  last?: StoredDrill;
  /** When the entity was seen first. */
  firstSeenAt?: Date;
}

/** The drills that are over. */
export class DrillStore implements Drills {
  readonly #knex: Knex;
  readonly #every: DrillPeriods;

  static create(options: { knex: Knex; every: DrillPeriods }): DrillStore {
    return new DrillStore(options.knex, options.every);
  }

  private constructor(knex: Knex, every: DrillPeriods) {
    this.#knex = knex;
    this.#every = every;
  }

  /** A page of the drills of an entity, the latest first. */
  async list(
    entityRef: string,
    page: Page,
  ): Promise<{ drills: StoredDrill[]; total: number }> {
    const matching = this.#knex(DRILLS).where({ entity_ref: entityRef });
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([{ column: 'closed_at', order: 'desc' }, { column: 'run_id' }])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      drills: (rows as DrillRow[]).map(toDrill),
      total: Number(count?.number ?? 0),
    };
  }

  /** The last drill of each of some entities, and when each was seen first; one without both is absent. */
  async standings(
    refs: readonly string[],
  ): Promise<Map<string, DrillStanding>> {
    if (refs.length === 0) {
      return new Map();
    }
    const [rows, seen] = await Promise.all([
      this.#latest(refs),
      this.#knex('lifecycle_entities')
        .where(inList(this.#knex, 'entity_ref', refs))
        .select('entity_ref', 'first_at'),
    ]);
    const standings = new Map<string, DrillStanding>();
    for (const { entity_ref: ref, first_at: at } of seen) {
      standings.set(ref, { firstSeenAt: toDate(at) });
    }
    for (const row of rows) {
      standings.set(row.entity_ref, {
        ...standings.get(row.entity_ref),
        last: toDrill(row),
      });
    }
    return standings;
  }

  /** What the checks of the lifecycle go by: the last drill against what is promised now. */
  async of(refs: readonly string[]): Promise<Map<string, DrillResult>> {
    if (refs.length === 0) {
      return new Map();
    }
    const [rows, entities] = await Promise.all([
      this.#latest(refs),
      this.#knex(ENTITIES)
        .where(inList(this.#knex, 'entity_ref', refs))
        .whereExists(
          this.#knex(`${DRILLS} as d`)
            .select(this.#knex.raw('1'))
            .whereRaw('d.entity_ref = ??', [`${ENTITIES}.entity_ref`]),
        )
        .select('entity_ref', 'tier', 'facts'),
    ]);
    const byRef = new Map(entities.map(one => [one.entity_ref, one]));
    return new Map(
      rows.map((row): [string, DrillResult] => {
        const entity = byRef.get(row.entity_ref);
        const { rto, rpo }: DirectoryFacts = entity
          ? JSON.parse(entity.facts)
          : {};
        const drill = toDrill(row);
        const at = drill.closedAt.toISOString();
        const due = this.dueOf(entity?.tier ?? undefined, {
          standing: { last: drill },
          now: at,
        });
        const { proof, time, loss } = judgeDrill(drill, { rto, rpo });
        return [
          row.entity_ref,
          {
            at,
            kept:
              proof === 'proven' ||
              // Without a promise, to have recovered is all that there is to keep.
              (proof === 'unmeasured' &&
                ![time.result, loss.result].includes('unmeasured')),
            ...(due && { validUntil: `${due.on}T23:59:59.999Z` }),
          },
        ];
      }),
    );
  }

  /** The tiers that owe drills. */
  tiers(): number[] {
    return Object.keys(this.#every).map(Number);
  }

  /** By when an entity must be drilled next. */
  dueOf(
    tier: number | undefined,
    options: { standing?: DrillStanding; now: string },
  ): DrillDue | undefined {
    const { standing, now } = options;
    const since = standing?.last?.closedAt ?? standing?.firstSeenAt;
    return drillDue(tier, {
      ...(since && { since: since.toISOString() }),
      now,
      every: this.#every,
    });
  }

  async #latest(refs: readonly string[]): Promise<DrillRow[]> {
    const ranked = this.#knex(DRILLS)
      .where(inList(this.#knex, 'entity_ref', refs))
      .select(
        '*',
        this.#knex.raw(
          'row_number() over (partition by entity_ref order by closed_at desc, run_id) as place',
        ),
      );
    return this.#knex.from(ranked.as('ranked')).where({ place: 1 });
  }
}

/** Keeps a drill, in the transaction that closes its run. */
export async function insertDrill(
  trx: Knex,
  drill: Omit<StoredDrill, 'promised'>,
): Promise<void> {
  const entity: { facts: string } | undefined = await trx(ENTITIES)
    .where({ entity_ref: drill.entityRef })
    .first('facts');
  const { rto, rpo }: DirectoryFacts = entity ? JSON.parse(entity.facts) : {};
  await trx(DRILLS).insert({
    run_id: drill.runId,
    entity_ref: drill.entityRef,
    runbook_id: drill.runbookId,
    title: drill.title,
    outcome: drill.outcome,
    elapsed_ms: drill.elapsedMs,
    data_loss: drill.dataLoss ?? null,
    promised_rto: rto ?? null,
    promised_rpo: rpo ?? null,
    closed_at: drill.closedAt,
  });
}

/** What a closed run has shown that was a drill. */
export async function findDrill(
  knex: Knex,
  runId: string,
): Promise<StoredDrill | undefined> {
  const row: DrillRow | undefined = await knex(DRILLS)
    .where({ run_id: runId })
    .first();
  return row && toDrill(row);
}

/** A drill as it is told, against promises: those of its time where none are given. */
export function toDrillView(
  drill: StoredDrill,
  promised: RecoveryObjectives = drill.promised,
): Drill {
  return {
    run: drill.runId,
    runbook: { id: drill.runbookId, title: drill.title },
    at: drill.closedAt.toISOString(),
    outcome: drill.outcome,
    ...judgeDrill(drill, promised),
  };
}

function toDrill(row: DrillRow): StoredDrill {
  return {
    runId: row.run_id,
    entityRef: row.entity_ref,
    runbookId: row.runbook_id,
    title: row.title,
    outcome: row.outcome,
    elapsedMs: Number(row.elapsed_ms),
    ...(row.data_loss && { dataLoss: row.data_loss }),
    promised: {
      ...(row.promised_rto && { rto: row.promised_rto }),
      ...(row.promised_rpo && { rpo: row.promised_rpo }),
    },
    closedAt: toDate(row.closed_at)!,
  };
}
