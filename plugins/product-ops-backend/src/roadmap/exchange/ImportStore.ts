import {
  createItem,
  decideItem,
  rankBetween,
  type ImportRow,
} from '@productops/backstage-plugin-product-ops-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { toDate } from '../../database/sql';
import { FIRST_RECORDED, insert, ItemStore, MAX_RECORDED } from '../ItemStore';
import { markChanged } from '../markChanged';
import { ITEMS, toEntry } from '../rows';
import { MAX_PLANS } from './limits';

const IMPORTS = 'roadmap_imports';
const KEPT_MS = 7 * 24 * 3600 * 1000;

/** What is to be written of a row. */
export type PlannedRow = Pick<
  ImportRow,
  'row' | 'action' | 'fields' | 'patch' | 'version' | 'title'
> & { entityRef: string; itemId: string };

/** A plan as it is kept. */
export interface StoredImport {
  id: string;
  createdAt: Date;
  rows: PlannedRow[];
  created: number;
  changed: number;
  appliedAt?: Date;
}

/** A row that cannot be written any more. */
export interface StaleRow {
  row: number;
  entityRef: string;
  itemId: string;
  title: string;
  message: string;
}

/** Thrown inside a transaction, so that nothing is kept. */
class Stale extends Error {
  readonly rows: StaleRow[];

  constructor(rows: StaleRow[]) {
    super('stale');
    this.rows = rows;
  }
}

/** Keeps plans of imports, and does what they say. */
export class ImportStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ImportStore {
    return new ImportStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Keeps a plan, in the place of the oldest one of the person that was not applied when there are as many as may be. */
  async add(
    plan: Pick<StoredImport, 'id' | 'createdAt' | 'rows'> & { person: string },
  ): Promise<void> {
    const { id, createdAt, rows, person } = plan;
    await this.#knex(IMPORTS)
      .where('created_at', '<', new Date(createdAt.getTime() - KEPT_MS))
      .delete();
    const waiting: string[] = await this.#knex(IMPORTS)
      .where({ person })
      .whereNull('applied_at')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .pluck('id');
    await this.#knex(IMPORTS)
      .whereIn('id', waiting.slice(MAX_PLANS - 1))
      .whereNull('applied_at')
      .delete();
    await this.#knex(IMPORTS).insert({
      id,
      person,
      created_at: createdAt,
      plan: JSON.stringify(rows),
      created: rows.filter(({ action }) => action === 'create').length,
      changed: rows.filter(({ action }) => action === 'change').length,
      applied_at: null,
    });
  }

  async find(id: string, person: string): Promise<StoredImport | undefined> {
    const row = await this.#knex(IMPORTS).where({ id, person }).first();
    const appliedAt = toDate(row?.applied_at);
    return (
      row && {
        id,
        createdAt: toDate(row.created_at)!,
        rows: JSON.parse(row.plan),
        created: row.created,
        changed: row.changed,
        ...(appliedAt && { appliedAt }),
      }
    );
  }

  /** Writes all rows of a plan, or nothing: then it says which ones are old. */
  async apply(
    plan: StoredImport,
    write: { by: string; at: Date; categories?: readonly string[] },
  ): Promise<{ appliedAt: Date; done: boolean } | { stale: StaleRow[] }> {
    try {
      return await this.#knex.transaction(async trx => {
        // Of two that ask at once, the second one waits here until the first one is done.
        const claimed = await trx(IMPORTS)
          .where({ id: plan.id })
          .whereNull('applied_at')
          .update({ applied_at: write.at });
        if (claimed === 0) {
          const row = await trx(IMPORTS).where({ id: plan.id }).first();
          return { appliedAt: toDate(row?.applied_at)!, done: false };
        }
        const stale = [
          ...(await this.#create(trx, plan, write)),
          ...(await this.#change(trx, plan, write)),
        ];
        if (stale.length > 0) {
          throw new Stale(stale.sort((a, b) => a.row - b.row));
        }
        return { appliedAt: write.at, done: true };
      });
    } catch (error) {
      if (error instanceof Stale) {
        return { stale: error.rows };
      }
      throw error;
    }
  }

  async #create(
    trx: Knex,
    plan: StoredImport,
    {
      by,
      at,
      categories,
    }: { by: string; at: Date; categories?: readonly string[] },
  ): Promise<StaleRow[]> {
    const stale: StaleRow[] = [];
    for (const [entityRef, rows] of byEntity(plan.rows, 'create')) {
      const present: Array<{ source: string; item_id: string; rank: string }> =
        await trx(ITEMS)
          .where({ entity_ref: entityRef })
          .select('source', 'item_id', 'rank');
      const taken = new Set(present.map(row => row.item_id));
      let free =
        MAX_RECORDED -
        present.filter(({ source }) => source === 'recorded').length;
      let last = present.reduce(
        (most, { rank }) => (rank > most ? rank : most),
        '',
      );
      for (const row of rows) {
        const { itemId, fields } = row;
        last =
          last < FIRST_RECORDED
            ? FIRST_RECORDED
            : rankBetween(last, undefined) ?? last;
        const outcome = createItem(
          fields,
          { entityRef, itemId, rank: last },
          { categories, namespace: parseEntityRef(entityRef).namespace },
        );
        free -= 1;
        if (taken.has(itemId)) {
          stale.push(staleRow(row, 'An item has its id since.'));
        } else if (free < 0) {
          stale.push(
            staleRow(
              row,
              `The roadmap has as many items as it may have, ${MAX_RECORDED}.`,
            ),
          );
        } else if (!outcome.ok) {
          stale.push(staleRow(row, outcome.message));
        } else if (
          !(await insert(trx, outcome.item, { by, at, via: 'import' }))
        ) {
          stale.push(staleRow(row, 'An item has its id since.'));
        }
      }
      await markChanged(trx, entityRef);
    }
    return stale;
  }

  async #change(
    trx: Knex,
    plan: StoredImport,
    {
      by,
      at,
      categories,
    }: { by: string; at: Date; categories?: readonly string[] },
  ): Promise<StaleRow[]> {
    const items = ItemStore.create({ knex: trx });
    const stale: StaleRow[] = [];
    for (const [entityRef, rows] of byEntity(plan.rows, 'change')) {
      for (const row of rows) {
        const item = await items.find(entityRef, row.itemId, 'recorded');
        const outcome =
          item &&
          decideItem(
            toEntry(entityRef, item),
            { type: 'edit', patch: row.patch },
            {
              categories,
              namespace: parseEntityRef(entityRef).namespace,
              version: row.version,
            },
          );
        if (!outcome) {
          stale.push(staleRow(row, 'It is not there any more.'));
        } else if (!outcome.ok) {
          stale.push(staleRow(row, outcome.message));
        } else if (
          outcome.change &&
          !(await items.save(outcome.item, outcome.change, {
            type: 'changed',
            via: 'import',
            by,
            at,
          }))
        ) {
          stale.push(staleRow(row, 'It has changed since.'));
        }
      }
    }
    return stale;
  }
}

function byEntity(
  rows: readonly PlannedRow[],
  action: PlannedRow['action'],
): Map<string, PlannedRow[]> {
  const found = new Map<string, PlannedRow[]>();
  for (const row of rows.filter(one => one.action === action)) {
    found.set(row.entityRef, [...(found.get(row.entityRef) ?? []), row]);
  }
  return found;
}

function staleRow(
  { row, entityRef, itemId, title }: PlannedRow,
  message: string,
): StaleRow {
  return { row, entityRef, itemId, title, message };
}
