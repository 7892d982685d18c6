import type { ProductOpsRoom } from '@productops/backstage-plugin-product-ops-common';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';

/** The keys of all data of a room begin with one of these, so that one change makes all of it be asked for again. */
export const OWNERSHIP = 'ownership';
export const LIFECYCLE = 'lifecycle';

/** With what the keys of the data begin that a change of a room makes old. */
const KEYS: Record<ProductOpsRoom, readonly string[]> = {
  ownership: [OWNERSHIP],
  lifecycle: [LIFECYCLE, 'overview', 'products'],
  roadmap: ['roadmap', 'overview', 'products'],
  runbooks: ['runbooks', 'runbook', 'overview', 'products'],
};

/** What a change of a room makes old. A backend may be newer than the page, and know of rooms that it does not. */
export function keysOf(room: ProductOpsRoom): readonly string[] {
  return Object.hasOwn(KEYS, room) ? KEYS[room] : [];
}

/** Asks again for what is shown of what is old. */
export async function askAgain(
  client: QueryClient,
  keys: Iterable<string>,
): Promise<void> {
  await Promise.all(
    [...keys].map(key => client.invalidateQueries({ queryKey: [key] })),
  );
}

/**
 * Whatever became of a write to a room, what is shown is asked for again: a refused one tells that it was old.
 */
export function useAskAgain(room: ProductOpsRoom): () => Promise<void> {
  const client = useQueryClient();
  return () => askAgain(client, keysOf(room));
}
