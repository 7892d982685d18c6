import type { GoalFields } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { inList, toDate, withoutNul } from '../../database/sql';
import { claim, fulfil, letGo, type ItemRequest } from '../itemRequests';
import { markChanged } from '../markChanged';

const GOALS = 'roadmap_goals';
const HISTORY = 'roadmap_goal_history';
/** Beside those of a file, which may have as many. */
const MAX_OF_ENTITY = 200;

/** A goal that people recorded. */
export interface StoredGoal {
  entityRef: string;
  id: string;
  version: number;
  fields: GoalFields;
  archived: boolean;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
}

/** What became of a goal. */
export interface GoalEvent {
  version: number;
  type: 'created' | 'changed' | 'archived' | 'returned';
  by: string;
  at: Date;
  before: object;
  after: object;
}

interface GoalRow {
  entity_ref: string;
  goal_id: string;
  version: number;
  body: string;
  archived_at: Date | null;
  created_by: string;
  created_at: Date;
  changed_by: string;
  changed_at: Date;
}

/** How a goal is asked for. */
export interface NewGoal {
  entityRef: string;
  fields: GoalFields;
  by: string;
  at: Date;
  /** The same key of the same caller makes one goal. */
  request?: ItemRequest;
  /** An id that none of the taken ones is; nothing when the wanted one is taken. */
  idAmong(taken: ReadonlySet<string>): string | undefined;
}

/** What came of it. */
export type GoalCreation =
  | { outcome: 'made' | 'made-before'; id: string }
  | { outcome: 'other-request' | 'full' | 'taken' };

/** Keeps the goals that people record, and what became of them. */
export class GoalStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): GoalStore {
    return new GoalStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of some entities, by entity; archived ones only where they are asked for. */
  async listOfMany(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredGoal[]>> {
    const found = new Map<string, StoredGoal[]>();
    if (entityRefs.length === 0) {
      return found;
    }
    const rows: GoalRow[] = await this.#knex(GOALS)
      .where(inList(this.#knex, 'entity_ref', entityRefs))
      .whereNull('archived_at')
      .orderBy(['entity_ref', 'created_at', 'goal_id']);
    for (const row of rows) {
      const goals = found.get(row.entity_ref) ?? [];
      found.set(row.entity_ref, goals);
      goals.push(toGoal(row));
    }
    return found;
  }

  /** A goal, an archived one too. */
  async find(entityRef: string, id: string): Promise<StoredGoal | undefined> {
    const row = await this.#knex<GoalRow>(GOALS)
      .where({ entity_ref: entityRef, goal_id: id })
      .first();
    return row && toGoal(row);
  }

  /** Makes a goal, once for each request. */
  async create(wanted: NewGoal): Promise<GoalCreation> {
    const { entityRef, by, at, request } = wanted;
    return this.#knex.transaction(async trx => {
      const before = request && (await claim(trx, request, wanted));
      if (before) {
        return before.itemId === undefined
          ? { outcome: 'other-request' }
          : { outcome: 'made-before', id: before.itemId };
      }
      const failed = async (outcome: 'full' | 'taken') => {
        if (request) {
          await letGo(trx, request, wanted);
        }
        return { outcome };
      };
      const rows: Array<Pick<GoalRow, 'goal_id' | 'archived_at'>> = await trx(
        GOALS,
      )
        .where({ entity_ref: entityRef })
        .select('goal_id', 'archived_at');
      const taken = new Set(rows.map(row => row.goal_id));
      if (rows.filter(row => !row.archived_at).length >= MAX_OF_ENTITY) {
        return failed('full');
      }
      for (;;) {
        const id = wanted.idAmong(taken);
        if (id === undefined) {
          return failed('taken');
        }
        const made = await trx(GOALS)
          .insert(
            withoutNul({
              entity_ref: entityRef,
              goal_id: id,
              version: 1,
              body: JSON.stringify(wanted.fields),
              archived_at: null,
              created_by: by,
              created_at: at,
              changed_by: by,
              changed_at: at,
            }),
          )
          .onConflict(['entity_ref', 'goal_id'])
          .ignore()
          .returning('goal_id');
        if (made.length > 0) {
          await addEvent(trx, entityRef, id, {
            version: 1,
            type: 'created',
            by,
            at,
            before: {},
            after: wanted.fields,
          });
          if (request) {
            await fulfil(trx, request, { by, itemId: id });
          }
          await markChanged(trx, entityRef);
          return { outcome: 'made', id };
        }
        // Somebody took the id a moment ago.
        taken.add(id);
      }
    });
  }

  /**
   * Keeps a goal as it is since an event.
   *
   * @returns false when it has changed since the version before: then nothing is kept
   */
  async save(
    goal: Pick<StoredGoal, 'entityRef' | 'id' | 'fields' | 'archived'>,
    event: GoalEvent,
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const changed = await trx(GOALS)
        .where({
          entity_ref: goal.entityRef,
          goal_id: goal.id,
          version: event.version - 1,
        })
        .update(
          withoutNul({
            version: event.version,
            body: JSON.stringify(goal.fields),
            archived_at: goal.archived ? event.at : null,
            changed_by: event.by,
            changed_at: event.at,
          }),
        );
      if (changed === 0) {
        return false;
      }
      await addEvent(trx, goal.entityRef, goal.id, event);
      await markChanged(trx, goal.entityRef);
      return true;
    });
  }

  /** A page of what became of a goal, the latest first, and how much that is. */
  async history(
    entityRef: string,
    id: string,
    page: Page,
  ): Promise<{ events: GoalEvent[]; total: number }> {
    const matching = this.#knex(HISTORY).where({
      entity_ref: entityRef,
      goal_id: id,
    });
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy('version', 'desc')
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      events: rows.map(row => ({
        version: row.version,
        type: row.type,
        by: row.done_by,
        at: toDate(row.at)!,
        before: JSON.parse(row.before),
        after: JSON.parse(row.after),
      })),
      total: Number(count?.number ?? 0),
    };
  }
}

function toGoal(row: GoalRow): StoredGoal {
  return {
    entityRef: row.entity_ref,
    id: row.goal_id,
    version: row.version,
    fields: JSON.parse(row.body),
    archived: row.archived_at !== null,
    createdBy: row.created_by,
    createdAt: toDate(row.created_at)!,
    changedBy: row.changed_by,
    changedAt: toDate(row.changed_at)!,
  };
}

async function addEvent(
  trx: Knex,
  entityRef: string,
  id: string,
  { version, type, by, at, before, after }: GoalEvent,
): Promise<void> {
  await trx(HISTORY).insert(
    withoutNul({
      entity_ref: entityRef,
      goal_id: id,
      version,
      type,
      done_by: by,
      at,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    }),
  );
}
