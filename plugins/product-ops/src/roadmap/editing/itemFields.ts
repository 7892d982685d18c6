import {
  type ItemFields,
  type ItemPatch,
  type RoadmapItem,
  type RoadmapItemDetails,
  isOpen,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, type Fields } from '../../api/conflicts';

/** The fields of an item as they are written: refs in place of links. A list does not say the origin. */
export function fieldsOfItem(
  item: RoadmapItem & Pick<Partial<RoadmapItemDetails>, 'origin'>,
): ItemFields {
  const {
    title,
    description,
    status,
    horizon,
    start,
    end,
    category,
    goal,
    owner,
    score,
    dependsOn,
    milestones,
    labels,
    links,
    origin,
  } = item;
  return {
    title,
    ...(description !== undefined && { description }),
    status,
    ...(horizon && { horizon }),
    ...(start && { start }),
    ...(end && { end }),
    ...(category && { category }),
    ...(goal && { goal }),
    ...(owner && { owner: owner.ref }),
    ...(score && { score: score.inputs }),
    dependsOn: dependsOn.map(({ ref }) => ref),
    milestones,
    labels,
    links,
    ...(origin && { origin }),
  };
}

/** One text for an item of a roadmap, where the file and the portal may have the same id. */
export function itemKey(item: Pick<RoadmapItem, 'source' | 'id'>): string {
  return `${item.source}/${item.id}`;
}

/** As the roadmap lists them: by rank, and those of one rank by id. */
export function byPlace(
  a: Pick<RoadmapItem, 'rank' | 'id'>,
  b: Pick<RoadmapItem, 'rank' | 'id'>,
): number {
  const [left, right] = a.rank === b.rank ? [a.id, b.id] : [a.rank, b.rank];
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** How an item will look once a change of status, horizon or place is made; the backend has the last word. */
export function foreseen(
  item: RoadmapItem,
  change: Pick<ItemPatch, 'status' | 'horizon'> & { rank?: string },
): RoadmapItem {
  const next = { ...item, ...(change.rank && { rank: change.rank }) };
  if (change.status) {
    next.status = change.status;
    if (!isOpen(change.status)) {
      delete next.horizon;
    } else if (change.status === 'deferred' && item.horizon) {
      next.horizon = 'later';
    }
  }
  if (change.horizon) {
    next.horizon = change.horizon;
  } else if (change.horizon === null) {
    delete next.horizon;
  }
  return next;
}

function isItem(
  value: Fields | undefined,
): value is Fields & RoadmapItemDetails {
  return (
    value !== undefined &&
    typeof value.id === 'string' &&
    typeof value.version === 'number' &&
    typeof value.title === 'string' &&
    typeof value.rank === 'string' &&
    Array.isArray(value.dependsOn)
  );
}

/** The item as it is now, where somebody else was faster. */
export function currentItem(error: unknown): RoadmapItemDetails | undefined {
  const current = currentOf(error);
  return isItem(current) ? current : undefined;
}
