import {
  dependencyTargetOf,
  diffFields,
  entryOfDeclared,
  goalRefOf,
  goalTargetOf,
  scoreOf,
  type DeclaredRoadmapItem,
  type ItemPatch,
  type RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, toDate, withoutNul } from '../database/sql';
import {
  addressColumns,
  type ItemAddress,
  type ItemSource,
} from './itemAddress';
import { itemsChanged } from './notices/itemsChanged';

export { addressColumns, ITEMS } from './itemAddress';
export type { ItemAddress, ItemSource } from './itemAddress';

export const HISTORY = 'roadmap_history';

/** How many changes of one item are kept, the latest. */
const MAX_HISTORY = 1000;

/** An item as the portal keeps it. Its line is 0 where it is in no file. */
export interface StoredRoadmapItem extends DeclaredRoadmapItem {
  source: ItemSource;
  version: number;
  rank: string;
  archived: boolean;
  /** Where people see it in the other system that it comes from. */
  url?: string;
  createdBy?: string;
  createdAt?: Date;
  changedBy?: string;
  changedAt?: Date;
}

export interface ItemRow {
  entity_ref: string;
  source: ItemSource;
  item_id: string;
  version: number;
  rank: string;
  moved: boolean;
  archived_at: Date | null;
  position: number;
  title: string;
  status: string;
  horizon: string | null;
  category: string | null;
  end_date: string | null;
  goal: string | null;
  search_text: string;
  line: number;
  body: string;
  created_by: string | null;
  created_at: Date | null;
  changed_by: string | null;
  changed_at: Date | null;
  /** When a file first declared it; nothing for what is older than this column. */
  first_seen_at?: Date | null;
}

/** What a row says of the item itself, beside where it stands and who wrote it. */
type Content = Pick<
  ItemRow,
  | 'title'
  | 'status'
  | 'horizon'
  | 'category'
  | 'end_date'
  | 'goal'
  | 'search_text'
  | 'line'
  | 'body'
>;

/** What became of an item. Nobody did it where its file changed. */
export interface ItemEvent extends ItemAddress {
  version: number;
  type: 'created' | 'changed' | 'undone' | 'archived' | 'returned';
  by?: string;
  /** The way it came, where it is not the page. */
  via?: 'import';
  at: Date;
  before: ItemPatch & { rank?: string };
  after: ItemPatch & { rank?: string };
}

/** Of several items with one id, the declared one is in force, else the recorded one. */
export function precedenceOf(source: ItemSource): string {
  return `${source === 'declared' ? 0 : 1}${
    source === 'recorded' ? 0 : 1
  }${source}`;
}

export function toItem(row: ItemRow): StoredRoadmapItem {
  const createdAt = toDate(row.created_at);
  const changedAt = toDate(row.changed_at);
  return {
    ...(JSON.parse(row.body) as DeclaredRoadmapItem),
    source: row.source,
    version: row.version,
    rank: row.rank,
    archived: row.archived_at !== null,
    ...(row.created_by && { createdBy: row.created_by }),
    ...(createdAt && { createdAt }),
    ...(row.changed_by && { changedBy: row.changed_by }),
    ...(changedAt && { changedAt }),
  };
}

export function toEvent(
  address: ItemAddress,
  row: { [column: string]: string | number | Date | null },
): ItemEvent {
  return {
    ...address,
    version: Number(row.version),
    type: row.type as ItemEvent['type'],
    ...(row.done_by && { by: String(row.done_by) }),
    ...(row.via === 'import' && { via: row.via }),
    at: toDate(row.at)!,
    before: JSON.parse(String(row.before)),
    after: JSON.parse(String(row.after)),
  };
}

/** @param entityRef - of the item's entity, which tells what its goal names; of that entity itself when absent */
export function toContent(item: DeclaredRoadmapItem, entityRef = ''): Content {
  return withoutNul({
    title: item.title,
    status: item.status,
    horizon: item.horizon ?? null,
    category: item.category ?? null,
    end_date: item.end ?? null,
    goal: item.goal
      ? goalRefOf(goalTargetOf(item.goal, entityRef), entityRef)
      : null,
    search_text: [item.id, item.title, item.description, ...item.labels]
      .filter(Boolean)
      .join('\n')
      .toLocaleLowerCase('en-US'),
    line: item.line,
    body: JSON.stringify(item),
  });
}

/** A kept item as the rules see it. */
export function toEntry(
  entityRef: string,
  item: StoredRoadmapItem,
): RoadmapEntry {
  const {
    source,
    version,
    rank,
    archived,
    url: _url,
    createdBy: _createdBy,
    createdAt: _createdAt,
    changedBy: _changedBy,
    changedAt: _changedAt,
    ...declared
  } = item;
  return entryOfDeclared(declared, {
    entityRef,
    rank,
    version,
    source,
    archived,
  });
}

/** What an entry says, in the shape in which files say it. */
export function contentOf(entry: RoadmapEntry): DeclaredRoadmapItem {
  const {
    entityRef,
    itemId,
    source: _source,
    version: _version,
    rank: _rank,
    archived: _archived,
    score,
    dependsOn,
    ...fields
  } = entry;
  return {
    ...fields,
    id: itemId,
    ...(score && { score: scoreOf(score) }),
    dependsOn: dependsOn.flatMap(ref => {
      const target = dependencyTargetOf(ref, entityRef);
      return target
        ? [
            {
              ref,
              id: target.itemId,
              ...(target.entityRef !== entityRef && {
                entity: target.entityRef,
              }),
            },
          ]
        : [];
    }),
    line: 0,
  };
}

/** What differs between two versions of what a file says of an item. */
export function changesOfFile(
  entityRef: string,
  before: DeclaredRoadmapItem,
  after: DeclaredRoadmapItem,
): { before: ItemPatch; after: ItemPatch } {
  const entry = (item: DeclaredRoadmapItem) =>
    entryOfDeclared(item, { entityRef, rank: '' });
  return diffFields(entry(before), entry(after));
}

/** Writes down what became of items, and what follows from it; of each the latest thousand changes are kept. */
export async function addHistory(
  trx: Knex,
  events: readonly ItemEvent[],
): Promise<void> {
  for (const chunk of chunksOf(events, 50)) {
    await trx(HISTORY).insert(
      chunk.map(event =>
        withoutNul({
          id: randomUUID(),
          ...addressColumns(event),
          version: event.version,
          type: event.type,
          done_by: event.by ?? null,
          via: event.via ?? null,
          at: event.at,
          before: JSON.stringify(event.before),
          after: JSON.stringify(event.after),
        }),
      ),
    );
  }
  await itemsChanged(trx, events);
  for (const event of events) {
    // Now and then is enough to keep the bound.
    if (event.version > MAX_HISTORY && event.version % 100 === 0) {
      await trx(HISTORY)
        .where(addressColumns(event))
        .where('version', '<=', event.version - MAX_HISTORY)
        .delete();
    }
  }
}
