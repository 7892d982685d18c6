import { NotAllowedError } from '@backstage/errors';
import type { ItemOutcome } from '@productops/backstage-plugin-product-ops-common';
import type { StoredRoadmapItem } from '../rows';

/** Why an item of another system cannot be changed here (403), and where it can; nothing where that is not the reason. */
export function changedElsewhere(
  item: Pick<StoredRoadmapItem, 'id' | 'source' | 'url'>,
  refused: Extract<ItemOutcome, { ok: false }>,
  titles: ReadonlyMap<string, string> = new Map(),
): NotAllowedError | undefined {
  const { id, source, url } = item;
  if (refused.problem !== 'read-only' || source === 'declared') {
    return undefined;
  }
  return new NotAllowedError(
    `${id}: It comes from ${titles.get(source) ?? source}: change it there${
      url ? `, at ${url}` : ''
    }. Here it can be commented on and put in another place`,
  );
}
