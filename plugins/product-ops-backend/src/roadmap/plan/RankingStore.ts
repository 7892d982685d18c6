import type { Knex } from 'knex';
import { toDate } from '../../database/sql';
import {
  HISTORY,
  ITEMS,
  toEvent,
  toItem,
  type ItemEvent,
  type ItemRow,
  type ItemSource,
  type StoredRoadmapItem,
} from '../rows';

/** An item, and since when it is there. */
export interface KeptItem {
  item: StoredRoadmapItem;
  /** Nothing where it is older than what was written down of it. */
  since?: Date;
}

/** Reads how a roadmap was. */
export class RankingStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): RankingStore {
    return new RankingStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The items of an entity in their order, and those that were archived since a time. */
  async listItems(entityRef: string, since: Date): Promise<KeptItem[]> {
    const rows: ItemRow[] = await this.#knex(ITEMS)
      .where({ entity_ref: entityRef })
      .andWhere(match =>
        match.whereNull('archived_at').orWhere('archived_at', '>=', since),
      )
      .orderBy(['rank', 'item_id', 'source']);
    return rows.map(row => ({
      item: toItem(row),
      since: toDate(row.created_at ?? row.first_seen_at),
    }));
  }

  /** What became of the items of an entity since a time, the latest first. */
  async listEvents(entityRef: string, since: Date): Promise<ItemEvent[]> {
    const rows = await this.#knex(HISTORY)
      .where({ entity_ref: entityRef })
      .where('at', '>=', since)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'version', order: 'desc' },
      ]);
    return rows.map(row =>
      toEvent(
        {
          entityRef,
          source: row.source as ItemSource,
          itemId: row.item_id,
        },
        row,
      ),
    );
  }
}
