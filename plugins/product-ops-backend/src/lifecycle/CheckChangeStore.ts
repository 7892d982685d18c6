import type { CheckStanding } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, inList } from '../database/sql';
import { regressionsOf, type Assessment, type Standings } from './assess';
import type { LifecycleRules } from './config';
import { CHECK_CHANGES } from './EvaluationStore';
import type { StandingsStore } from './StandingsStore';

const CHUNK = 100;

/** Keeps how answers to checks changed, and which of these somebody must be told of. */
export class CheckChangeStore {
  readonly #standings: StandingsStore;
  readonly #attested: ReadonlySet<string>;

  static create(options: {
    standings: StandingsStore;
    rules: LifecycleRules;
  }): CheckChangeStore {
    return new CheckChangeStore(options);
  }

  private constructor(options: Parameters<typeof CheckChangeStore.create>[0]) {
    this.#standings = options.standings;
    this.#attested = new Set(
      options.rules.checks.flatMap(({ id, attestedBy }) =>
        attestedBy ? [id] : [],
      ),
    );
  }

  /** Keeps how changed answers differ from those before; gives the number of rows. */
  async save(
    trx: Knex,
    changed: readonly Assessment[],
    before: ReadonlyMap<string, { profile: string }>,
    { quiet, at }: { quiet: ReadonlySet<string>; at: Date },
  ): Promise<number> {
    const others = changed.flatMap(assessment => {
      const earlier = before.get(assessment.entityRef);
      return earlier && earlier.profile !== assessment.profile
        ? [{ assessment, earlier }]
        : [];
    });
    const standings = await this.#standings.of(
      others.map(({ earlier }) => earlier.profile),
      trx,
    );
    const told = others.filter(
      ({ assessment }) => !quiet.has(assessment.entityRef),
    );
    const decided = await decidedBefore(
      trx,
      told.map(({ assessment, earlier }) => ({
        assessment,
        was: standings.get(earlier.profile),
      })),
    );
    const rows = others.flatMap(({ assessment, earlier }) => {
      const was: Standings = standings.get(earlier.profile) ?? new Map();
      const is = assessment.standings;
      const regressions = quiet.has(assessment.entityRef)
        ? []
        : regressionsOf(was, is, {
            attested: this.#attested,
            decided: decided.get(assessment.entityRef) ?? new Map(),
          });
      return [...new Set([...was.keys(), ...is.keys()])]
        .filter(id => was.get(id)?.standing !== is.get(id)?.standing)
        .map(id => ({
          id: randomUUID(),
          entity_ref: assessment.entityRef,
          check_id: id,
          from_standing: was.get(id)?.standing ?? null,
          to_standing: is.get(id)?.standing ?? null,
          at,
          unreported: regressions.includes(id) ? true : null,
        }));
    });
    for (const chunk of chunksOf(rows, CHUNK)) {
      await trx(CHECK_CHANGES).insert(chunk);
    }
    return rows.length;
  }
}

/** How checks counted when the suite last knew, of those that it did not know before and that fail now. */
async function decidedBefore(
  trx: Knex,
  others: ReadonlyArray<{ assessment: Assessment; was?: Standings }>,
): Promise<Map<string, Map<string, CheckStanding>>> {
  const refs: string[] = [];
  const checks = new Set<string>();
  for (const { assessment, was } of others) {
    const known = [...assessment.standings].filter(
      ([id, { standing }]) =>
        standing === 'failed' && was?.get(id)?.standing === 'open',
    );
    if (known.length > 0) {
      refs.push(assessment.entityRef);
      known.forEach(([id]) => checks.add(id));
    }
  }
  const found = new Map<string, Map<string, CheckStanding>>();
  const rows =
    refs.length === 0
      ? []
      : await trx(CHECK_CHANGES)
          .select('entity_ref', 'check_id', 'from_standing')
          .where('to_standing', 'open')
          .where(inList(trx, 'entity_ref', refs))
          .where(inList(trx, 'check_id', [...checks]))
          .orderBy('at');
  for (const row of rows) {
    const ofEntity = found.get(row.entity_ref) ?? new Map();
    found.set(row.entity_ref, ofEntity);
    ofEntity.set(row.check_id, row.from_standing);
  }
  return found;
}
