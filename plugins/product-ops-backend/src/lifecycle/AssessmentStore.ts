import {
  stageOf,
  type StageChangeCause,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, inList, toDate, withoutNul } from '../database/sql';
import type { Assessment } from './assess';
import { CheckChangeStore } from './CheckChangeStore';
import type { LifecycleRules } from './config';
import { COUNTS, FACTS, READINESS } from './EvaluationStore';
import type { StageChange } from './ports';
import type { StandingsStore } from './StandingsStore';

export const HISTORY = 'lifecycle_readiness_history';
const CHUNK = 100;
const UPDATED = [
  'kind',
  'tier',
  'stage',
  'declared',
  'stage_since',
  'owner_ref',
  'product_ref',
  ...COUNTS,
  'profile',
  'etag',
  'due_at',
];

/** What was known of an entity before. */
interface Before {
  stage?: string;
  declared?: string;
  stageSince?: Date;
  etag: string;
  dueAt?: Date;
  passed: number;
  failed: number;
  open: number;
  waived: number;
  profile: string;
}

/** What came of writing assessments. */
export interface SavedAssessments {
  rowsWritten: number;
  stageChanges: StageChange[];
}

/** Writes assessments, and how they differ from those before. */
export class AssessmentStore {
  readonly #standings: StandingsStore;
  readonly #stages: readonly StageDefinition[];
  readonly #checks: CheckChangeStore;

  static create(options: {
    standings: StandingsStore;
    rules: LifecycleRules;
  }): AssessmentStore {
    return new AssessmentStore(options);
  }

  private constructor(options: Parameters<typeof AssessmentStore.create>[0]) {
    const { standings, rules } = options;
    this.#standings = standings;
    this.#stages = rules.stages;
    this.#checks = CheckChangeStore.create(options);
  }

  /**
   * Keeps assessments, and forgets those of entities that have left. Nothing is written of what is as it was.
   *
   * @param options - `gone` are entities that are not to be kept, whether anything is kept of them or not; of `quiet` ones
   * nobody is told what does not pass any more
   */
  async save(
    trx: Knex,
    assessments: readonly Assessment[],
    options: {
      gone: readonly string[];
      quiet: ReadonlySet<string>;
      at: Date;
    },
  ): Promise<SavedAssessments> {
    const { gone, at } = options;
    const before = await this.#before(trx, [
      ...assessments.map(({ entityRef }) => entityRef),
      ...gone,
    ]);
    const changed = assessments.filter(
      ({ entityRef, etag, dueAt }) =>
        before.get(entityRef)?.etag !== etag ||
        before.get(entityRef)?.dueAt?.getTime() !== dueAt?.getTime(),
    );
    const left = gone.filter(ref => before.has(ref));
    const stageChanges = stageChangesOf(changed, left, before, at);
    await this.#standings.save(trx, changed);
    await saveRows(trx, changed, before, at);
    let rowsWritten = changed.length * 2 + left.length * 2;
    rowsWritten += await this.#checks.save(trx, changed, before, options);
    rowsWritten += await saveHistory(trx, changed, left, before, at);
    for (const table of [READINESS, FACTS]) {
      await trx(table).where(inList(trx, 'entity_ref', left)).delete();
    }
    return { rowsWritten, stageChanges };
  }

  async #before(
    trx: Knex,
    refs: readonly string[],
  ): Promise<Map<string, Before>> {
    const rows = await trx(READINESS).where(inList(trx, 'entity_ref', refs));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          // A stage that has been given another name is the same stage.
          stage: stageOf(row.stage ?? undefined, this.#stages).stage,
          declared: row.declared ?? undefined,
          stageSince: toDate(row.stage_since),
          etag: row.etag,
          dueAt: toDate(row.due_at),
          passed: row.passed,
          failed: row.failed,
          open: row.open,
          waived: row.waived,
          profile: row.profile,
        },
      ]),
    );
  }
}

async function saveRows(
  trx: Knex,
  changed: readonly Assessment[],
  before: ReadonlyMap<string, Before>,
  at: Date,
): Promise<void> {
  for (const chunk of chunksOf(changed, CHUNK)) {
    await trx(READINESS)
      .insert(
        chunk.map(assessment => {
          const { entityRef, stage, counts } = assessment;
          const earlier = before.get(entityRef);
          return {
            entity_ref: entityRef,
            kind: assessment.kind,
            tier: assessment.tier ?? null,
            stage: stage ?? null,
            declared: assessment.declared ?? null,
            stage_since: stage ? sinceOf(assessment, earlier, at) : null,
            owner_ref: assessment.ownerRef ?? null,
            product_ref: assessment.productRef ?? null,
            demanded: counts.demanded,
            passed: counts.passed,
            failed: counts.failed,
            open: counts.open,
            waived: counts.waived,
            not_applicable: counts.notApplicable,
            profile: assessment.profile,
            etag: assessment.etag,
            due_at: assessment.dueAt ?? null,
            first_at: at,
          };
        }),
      )
      .onConflict('entity_ref')
      .merge(UPDATED);
    await trx(FACTS)
      .insert(
        chunk.map(({ entityRef, facts }) =>
          withoutNul({
            entity_ref: entityRef,
            facts: JSON.stringify(facts),
          }),
        ),
      )
      .onConflict('entity_ref')
      .merge();
  }
}

/** Since when an entity is in its stage: of what is seen first, its file may know. */
function sinceOf(
  { stage, stageStart }: Assessment,
  earlier: Before | undefined,
  at: Date,
): Date {
  if (!earlier) {
    return stageStart ? new Date(stageStart) : at;
  }
  return (earlier.stage === stage && earlier.stageSince) || at;
}

async function saveHistory(
  trx: Knex,
  changed: readonly Assessment[],
  left: readonly string[],
  before: ReadonlyMap<string, Before>,
  at: Date,
): Promise<number> {
  const nothing = { passed: 0, failed: 0, open: 0, waived: 0 };
  const now = new Map(
    changed.map(({ entityRef, counts }) => [entityRef, counts]),
  );
  const rows = [...now.keys(), ...left].flatMap(ref => {
    const is = now.get(ref) ?? nothing;
    const was = before.get(ref) ?? nothing;
    const delta = {
      passed: is.passed - was.passed,
      failed: is.failed - was.failed,
      open: is.open - was.open,
      waived: is.waived - was.waived,
    };
    return Object.values(delta).some(value => value !== 0)
      ? [
          {
            id: randomUUID(),
            entity_ref: ref,
            day: at.toISOString().slice(0, 10),
            ...delta,
          },
        ]
      : [];
  });
  for (const chunk of chunksOf(rows, CHUNK)) {
    await trx(HISTORY).insert(chunk);
  }
  return rows.length;
}

function stageChangesOf(
  changed: readonly Assessment[],
  left: readonly string[],
  before: ReadonlyMap<string, Before>,
  at: Date,
): StageChange[] {
  const now = new Map(changed.map(one => [one.entityRef, one]));
  return [...now.keys(), ...left].flatMap(entityRef => {
    const from = before.get(entityRef)?.stage;
    const to = now.get(entityRef)?.stage;
    const cause = causeOf(before.get(entityRef), now.get(entityRef));
    // What has left may have moved since its checks were answered: the history knows.
    return from === to && cause !== 'left'
      ? []
      : [
          {
            entityRef,
            ...(from && { from }),
            ...(to && { to }),
            ...(cause && { cause }),
            at,
          },
        ];
  });
}

function causeOf(
  before: Before | undefined,
  now: Assessment | undefined,
): StageChangeCause | undefined {
  if (!before) {
    return 'first';
  }
  if (!now) {
    return 'left';
  }
  return before.declared === now.declared ? 'configuration' : undefined;
}
