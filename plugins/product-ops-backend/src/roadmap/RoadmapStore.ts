import type {
  DeclaredRoadmapItem,
  DependencyTarget,
  RoadmapHorizon,
  RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { containing, type Page } from '../database/pages';
import { inList, withoutNul } from '../database/sql';

const ITEMS = 'roadmap_items';

interface ItemRow {
  entity_ref: string;
  item_id: string;
  position: number;
  title: string;
  status: string;
  horizon: string | null;
  category: string | null;
  end_date: string | null;
  search_text: string;
  line: number;
  body: string;
}

/** Which items of a roadmap; several values of one filter match any of them. */
export interface RoadmapFilter {
  status?: readonly RoadmapStatus[];
  /** `none` stands for items without one. */
  horizon?: ReadonlyArray<RoadmapHorizon | 'none'>;
  category?: readonly string[];
  /** Text in id, title, description or labels. */
  text?: string;
}

/** An item by its entity and id. */
export interface ItemRef {
  entityRef: string;
  id: string;
}

/** The last good items of roadmaps. */
export class RoadmapStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): RoadmapStore {
    return new RoadmapStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All items of an entity, in the order of their file. */
  async listAll(entityRef: string): Promise<DeclaredRoadmapItem[]> {
    const bodies: string[] = await this.#knex(ITEMS)
      .where({ entity_ref: entityRef })
      .orderBy('position')
      .pluck('body');
    return bodies.map(toItem);
  }

  /** All items of several entities, in one query. */
  async listAllOfMany(
    entityRefs: readonly string[],
  ): Promise<Map<string, DeclaredRoadmapItem[]>> {
    const rows = await this.#knex<ItemRow>(ITEMS)
      .select('entity_ref', 'body')
      .where(inList(this.#knex, 'entity_ref', entityRefs))
      .orderBy(['entity_ref', 'position']);
    const found = new Map<string, DeclaredRoadmapItem[]>();
    for (const { entity_ref: ref, body } of rows) {
      const items = found.get(ref) ?? [];
      found.set(ref, items);
      items.push(toItem(body));
    }
    return found;
  }

  /** One page of the items that match, in the order of their file, and how many match. */
  async list(
    entityRef: string,
    options: { filter: RoadmapFilter; page: Page },
  ): Promise<{ items: DeclaredRoadmapItem[]; total: number }> {
    const { filter, page } = options;
    const matching = this.#knex(ITEMS).where({ entity_ref: entityRef });
    if (filter.status?.length) {
      matching.whereIn('status', [...filter.status]);
    }
    if (filter.category?.length) {
      matching.whereIn('category', [...filter.category]);
    }
    const horizons = filter.horizon;
    if (horizons?.length) {
      matching.andWhere(match => {
        match.whereIn(
          'horizon',
          horizons.filter(horizon => horizon !== 'none'),
        );
        if (horizons.includes('none')) {
          match.orWhereNull('horizon');
        }
      });
    }
    if (filter.text) {
      matching.whereRaw(`search_text like ? escape '\\'`, [
        containing(filter.text),
      ]);
    }
    const [count, bodies] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy('position')
        .offset(page.offset)
        .limit(page.limit)
        .pluck('body'),
    ]);
    return {
      items: (bodies as string[]).map(toItem),
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
      .select('entity_ref', 'item_id', 'title', 'status', 'end_date')
      .where(inList(this.#knex, 'entity_ref', entities))
      .where(inList(this.#knex, 'item_id', ids));
    for (const row of rows) {
      found.set(itemKey(row.entity_ref, row.item_id), {
        title: row.title,
        status: row.status as RoadmapStatus,
        ...(row.end_date && { end: row.end_date }),
      });
    }
    return found;
  }

  /** Puts other items in the place of those of an entity, writing only what differs. */
  async replace(
    trx: Knex,
    entityRef: string,
    items: readonly DeclaredRoadmapItem[],
  ): Promise<number> {
    const wanted = new Map(
      items.map((item, position) => [
        item.id,
        toRow(entityRef, item, position),
      ]),
    );
    const present: ItemRow[] = await trx(ITEMS).where({
      entity_ref: entityRef,
    });
    const gone = present
      .filter(row => !wanted.has(row.item_id))
      .map(row => row.item_id);
    const before = new Map(present.map(row => [row.item_id, row]));
    const changed = [...wanted.values()].filter(row => {
      const old = before.get(row.item_id);
      return !old || old.body !== row.body || old.position !== row.position;
    });
    for (let at = 0; at < gone.length; at += 500) {
      await trx(ITEMS)
        .where({ entity_ref: entityRef })
        .whereIn('item_id', gone.slice(at, at + 500))
        .delete();
    }
    for (let at = 0; at < changed.length; at += 50) {
      await trx(ITEMS)
        .insert(changed.slice(at, at + 50))
        .onConflict(['entity_ref', 'item_id'])
        .merge();
    }
    return gone.length + changed.length;
  }
}

/** The key of an item in the answer of {@link RoadmapStore.findTargets}. */
export function itemKey(entityRef: string, id: string): string {
  return `${id}@${entityRef}`;
}

function toItem(body: string): DeclaredRoadmapItem {
  return JSON.parse(body) as DeclaredRoadmapItem;
}

function toRow(
  entityRef: string,
  item: DeclaredRoadmapItem,
  position: number,
): ItemRow {
  return withoutNul({
    entity_ref: entityRef,
    item_id: item.id,
    position,
    title: item.title,
    status: item.status,
    horizon: item.horizon ?? null,
    category: item.category ?? null,
    end_date: item.end ?? null,
    search_text: [item.id, item.title, item.description, ...item.labels]
      .filter(Boolean)
      .join('\n')
      .toLocaleLowerCase('en-US'),
    line: item.line,
    body: JSON.stringify(item),
  });
}
