import type {
  DependencyTarget,
  RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { inList } from '../database/sql';
import type { DirectoryEntity } from '../directory/types';
import { withAllGoals } from './goals/goalModel';
import { GoalStore } from './goals/GoalStore';
import { MetricStore } from './goals/MetricStore';
import { narrow, type RoadmapFilter } from './itemFilter';
import {
  ITEMS,
  precedenceOf,
  toItem,
  type ItemRow,
  type StoredRoadmapItem,
} from './rows';

/** By rank; those of the same rank by their id, so that everybody sees one order. */
const ORDER = ['rank', 'item_id', 'source'];

/** An item by its entity and id. */
export interface ItemRef {
  entityRef: string;
  id: string;
}

/** Reads the items of roadmaps: the last good ones of files, and those made in the portal; not what is archived. */
export class RoadmapStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): RoadmapStore {
    return new RoadmapStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All items of an entity, in their order. */
  async listAll(entityRef: string): Promise<StoredRoadmapItem[]> {
    const rows = await this.#knex<ItemRow>(ITEMS)
      .where({ entity_ref: entityRef })
      .whereNull('archived_at')
      .orderBy(ORDER);
    return rows.map(toItem);
  }

  /** All items of several entities, in one query. */
  async listAllOfMany(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredRoadmapItem[]>> {
    const rows: ItemRow[] = await this.#knex(ITEMS)
      .where(inList(this.#knex, 'entity_ref', entityRefs))
      .whereNull('archived_at')
      .orderBy(['entity_ref', ...ORDER]);
    const found = new Map<string, StoredRoadmapItem[]>();
    for (const row of rows) {
      const items = found.get(row.entity_ref) ?? [];
      found.set(row.entity_ref, items);
      items.push(toItem(row));
    }
    return found;
  }

  /** Entities with all their goals, those that people recorded too, and the current values of their metrics. */
  async withAllGoals<Entity extends DirectoryEntity | undefined>(
    entities: readonly Entity[],
  ): Promise<Entity[]> {
    const refs = entities.flatMap(entity => entity?.ref ?? []);
    const knex = this.#knex;
    const [recorded, metrics] = await Promise.all([
      GoalStore.create({ knex }).listOfMany(refs),
      MetricStore.create({ knex }).listOfMany(refs),
    ]);
    return entities.map(
      entity =>
        (entity &&
          withAllGoals(
            entity,
            recorded.get(entity.ref) ?? [],
            metrics,
          )) as Entity,
    );
  }

  /** One page of the items that match, in their order, and how many match. */
  async list(
    entityRef: string,
    options: { filter: RoadmapFilter; page: Page },
  ): Promise<{ items: StoredRoadmapItem[]; total: number }> {
    const { filter, page } = options;
    const matching = this.#knex(ITEMS)
      .where({ entity_ref: entityRef })
      .whereNull('archived_at');
    narrow(matching, filter);
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching.clone().orderBy(ORDER).offset(page.offset).limit(page.limit),
    ]);
    return {
      items: (rows as ItemRow[]).map(toItem),
      total: Number(count?.number ?? 0),
    };
  }

  /** What dependencies need to know of items of other roadmaps, in one query. */
  async findTargets(
    refs: readonly ItemRef[],
  ): Promise<Map<string, DependencyTarget>> {
    const found = new Map<string, DependencyTarget>();
    if (refs.length === 0) {
      return found;
    }
    const entities = [...new Set(refs.map(({ entityRef }) => entityRef))];
    const ids = [...new Set(refs.map(({ id }) => id))];
    const rows = await this.#knex<ItemRow>(ITEMS)
      .select('entity_ref', 'source', 'item_id', 'title', 'status', 'end_date')
      .where(inList(this.#knex, 'entity_ref', entities))
      .where(inList(this.#knex, 'item_id', ids))
      .whereNull('archived_at');
    // The last one stays: of several with one id, it is the one in force.
    for (const row of lastInForce(rows)) {
      found.set(itemKey(row.entity_ref, row.item_id), {
        title: row.title,
        status: row.status as RoadmapStatus,
        ...(row.end_date && { end: row.end_date }),
      });
    }
    return found;
  }
}

function lastInForce<T extends Pick<ItemRow, 'source'>>(
  rows: readonly T[],
): T[] {
  return [...rows].sort((a, b) =>
    precedenceOf(a.source) < precedenceOf(b.source) ? 1 : -1,
  );
}

/** The key of an item in the answer of {@link RoadmapStore.findTargets}. */
export function itemKey(entityRef: string, id: string): string {
  return `${id}@${entityRef}`;
}
