import {
  goalTargetOf,
  type RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList } from '../../database/sql';
import { narrow, type RoadmapFilter } from '../itemFilter';
import {
  ITEMS,
  toEntry,
  toItem,
  type ItemAddress,
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
    entityRefs: readonly string[];
    filter?: RoadmapFilter;
    /** Only items that work towards this goal: `id`, or `id@<entity ref>` for that of one entity. */
    goal?: string;
    limit: number;
    /** Only items that end from this day on, or end never; the first to end come first. */
    from?: string;
  }): Promise<PlacedItem[]> {
    const { entityRefs, filter = {}, goal, limit, from } = options;
    const matching = this.#knex<ItemRow>(ITEMS)
      .where(inList(this.#knex, 'entity_ref', entityRefs))
      .whereNull('archived_at');
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
    return rows.map(placed);
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

  /** Those of some items that there are, by entity and in their order. */
  async those(items: readonly ItemAddress[]): Promise<PlacedItem[]> {
    const keyOf = ({ entityRef, source, itemId }: ItemAddress) =>
      JSON.stringify([entityRef, source, itemId]);
    const wanted = new Set(items.map(keyOf));
    const rows: ItemRow[] = await this.#knex<ItemRow>(ITEMS)
      .where(
        inList(this.#knex, 'entity_ref', [
          ...new Set(items.map(({ entityRef }) => entityRef)),
        ]),
      )
      .where(
        inList(this.#knex, 'item_id', [
          ...new Set(items.map(({ itemId }) => itemId)),
        ]),
      )
      .whereNull('archived_at')
      .orderBy(['entity_ref', 'rank', 'item_id', 'source']);
    return rows
      .map(placed)
      .filter(({ entityRef, item }) =>
        wanted.has(keyOf({ entityRef, source: item.source, itemId: item.id })),
      );
  }

  /** All items of some entities, archived ones too. */
  async everyOf(entityRefs: readonly string[]): Promise<RoadmapEntry[]> {
    const rows: ItemRow[] = await this.#knex<ItemRow>(ITEMS).where(
      inList(this.#knex, 'entity_ref', entityRefs),
    );
    return rows.map(row => toEntry(row.entity_ref, toItem(row)));
  }
}

function placed(row: ItemRow): PlacedItem {
  return { entityRef: row.entity_ref, item: toItem(row) };
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
