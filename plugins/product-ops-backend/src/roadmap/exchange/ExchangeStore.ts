import {
  goalTargetOf,
  type RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList } from '../../database/sql';
import type { VisibleFilter } from '../../permissions/types';
import { narrow, type RoadmapFilter } from '../itemFilter';
import {
  ITEMS,
  toEntry,
  toItem,
  type ItemRow,
  type StoredRoadmapItem,
} from '../rows';

/** An item with the entity whose roadmap it is on. */
export type PlacedItem = { entityRef: string; item: StoredRoadmapItem };

/** Items of many roadmaps at once. */
export class ExchangeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ExchangeStore {
    return new ExchangeStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The first of the items that match, by entity and in their order; what is archived is left out. */
  async list(options: {
    entityRefs: VisibleFilter;
    filter?: RoadmapFilter;
    /** Only items that work towards this goal: `id`, or `id@<entity ref>` for that of one entity. */
    goal?: string;
    limit: number;
    /** Only items that end from this day on, or end never; the first to end come first. */
    from?: string;
  }): Promise<PlacedItem[]> {
    const { entityRefs, filter = {}, goal, limit, from } = options;
    if (entityRefs === 'none' || entityRefs.length === 0) {
      return [];
    }
    const matching = this.#knex<ItemRow>(ITEMS).whereNull('archived_at');
    if (entityRefs === 'all') {
      // Items that were recorded for what has left the catalog wait for its return.
      matching.whereIn(
        'entity_ref',
        this.#knex('directory_entities').select('entity_ref'),
      );
    } else {
      matching.where(inList(this.#knex, 'entity_ref', entityRefs));
    }
    narrow(matching, filter);
    if (goal) {
      towards(matching, goal);
    }
    if (from) {
      matching
        .andWhere(match =>
          match.where('end_date', '>=', from).orWhereNull('end_date'),
        )
        // Those without an end come last in both databases.
        .orderByRaw('case when end_date is null then 1 else 0 end, end_date');
    }
    const rows: ItemRow[] = await matching
      .orderBy(['entity_ref', 'rank', 'item_id', 'source'])
      .limit(limit);
    return rows.map(row => ({ entityRef: row.entity_ref, item: toItem(row) }));
  }

  /** The entities that have items which work towards a goal, `id@<entity ref>`: at most as many as are asked for. */
  async entitiesTowards(goal: string, limit: number): Promise<string[]> {
    const matching = this.#knex<ItemRow>(ITEMS).whereNull('archived_at');
    towards(matching, goal);
    return matching
      .distinct()
      .orderBy('entity_ref')
      .limit(limit)
      .pluck('entity_ref');
  }

  /** All items of some entities, archived ones too. */
  async everyOf(entityRefs: readonly string[]): Promise<RoadmapEntry[]> {
    const rows: ItemRow[] = await this.#knex<ItemRow>(ITEMS).where(
      inList(this.#knex, 'entity_ref', entityRefs),
    );
    return rows.map(row => toEntry(row.entity_ref, toItem(row)));
  }
}

/** An entity names its own goals by their id alone, and those of others with the ref. */
function towards(matching: Knex.QueryBuilder, goal: string): void {
  const { goalId, entityRef } = goalTargetOf(goal, '');
  matching.andWhere(match => {
    match.where({ goal });
    if (entityRef) {
      match.orWhere({ goal: goalId, entity_ref: entityRef });
    }
  });
}
