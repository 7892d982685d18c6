import type { Knex } from 'knex';
import { createHash } from 'node:crypto';

const REQUESTS = 'roadmap_requests';
const KEPT_MS = 7 * 24 * 3600 * 1000;

/** What makes an item once, however often it is sent. */
export interface ItemRequest {
  key: string;
  /** Of what is asked for. */
  hash: string;
}

/** Of what a request asks for. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * Takes the key of a request for its person.
 *
 * @returns nothing when it is taken now; else what the request has made before, without an id when that one asked for
 *   something else
 */
export async function claim(
  trx: Knex,
  { key, hash }: ItemRequest,
  { by, at, entityRef }: { by: string; at: Date; entityRef: string },
): Promise<{ itemId?: string } | undefined> {
  await trx(REQUESTS)
    .where('at', '<', new Date(at.getTime() - KEPT_MS))
    .delete();
  const claimed = await trx(REQUESTS)
    .insert({
      person: by,
      key,
      request_hash: hash,
      entity_ref: entityRef,
      item_id: '',
      at,
    })
    // Who asks the same at the same moment waits here until the item is made.
    .onConflict(['person', 'key'])
    .ignore()
    .returning('person');
  if (claimed.length > 0) {
    return undefined;
  }
  const before = await trx(REQUESTS).where({ person: by, key }).first();
  return before?.request_hash === hash ? { itemId: before.item_id } : {};
}

/** Says which item a request has made. */
export async function fulfil(
  trx: Knex,
  { key }: ItemRequest,
  { by, itemId }: { by: string; itemId: string },
): Promise<void> {
  await trx(REQUESTS).where({ person: by, key }).update({ item_id: itemId });
}

/** Gives a key back that has made nothing. */
export async function letGo(
  trx: Knex,
  { key }: ItemRequest,
  { by }: { by: string },
): Promise<void> {
  await trx(REQUESTS).where({ person: by, key }).delete();
}
