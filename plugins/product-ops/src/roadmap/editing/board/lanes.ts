import {
  ROADMAP_HORIZONS,
  ROADMAP_STATUSES,
  type ItemPatch,
  type RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import { byPlace, itemKey } from '../itemFields';

/** What lanes stand for. */
export const BOARD_BY = ['horizon', 'status'] as const;
export type BoardBy = (typeof BOARD_BY)[number];
export type LaneId =
  | RoadmapItem['status']
  | NonNullable<RoadmapItem['horizon']>
  | 'none';

export interface BoardLane {
  id: LaneId;
  items: RoadmapItem[];
}

function laneOf(item: RoadmapItem, by: BoardBy): LaneId {
  return by === 'status' ? item.status : item.horizon ?? 'none';
}

/**
 * The lanes of a board with their items in order. What has no horizon, and what was dropped, gets a lane only where
 * there is some.
 */
export function lanesOf(
  items: readonly RoadmapItem[],
  by: BoardBy,
): BoardLane[] {
  const ids: readonly LaneId[] =
    by === 'status' ? ROADMAP_STATUSES : [...ROADMAP_HORIZONS, 'none'];
  const ordered = [...items].sort(byPlace);
  return ids
    .map(id => ({ id, items: ordered.filter(item => laneOf(item, by) === id) }))
    .filter(
      ({ id, items: some }) =>
        some.length > 0 || (id !== 'none' && id !== 'dropped'),
    );
}

/** A place on a board: the index is among the items of the lane without the one that moves. */
export interface Place {
  lane: LaneId;
  index: number;
}

/** Where an item is. */
export function placeOf(
  lanes: readonly BoardLane[],
  key: string,
): Place | undefined {
  for (const { id, items } of lanes) {
    const index = items.findIndex(item => itemKey(item) === key);
    if (index >= 0) {
      return { lane: id, index };
    }
  }
  return undefined;
}

/** What it takes to bring an item to another place. */
export interface Move {
  item: RoadmapItem;
  to: Place;
  /** Where the lane is another one. */
  fields?: Pick<ItemPatch, 'status' | 'horizon'>;
  /** The ranks of its new neighbours. */
  after?: string;
  before?: string;
}

/** The way to a place, or nothing where the item is there already. */
export function moveTo(
  lanes: readonly BoardLane[],
  by: BoardBy,
  key: string,
  to: Place,
): Move | undefined {
  const from = placeOf(lanes, key);
  const lane = lanes.find(({ id }) => id === to.lane);
  const item = lanes
    .find(({ id }) => id === from?.lane)
    ?.items.find(one => itemKey(one) === key);
  if (!from || !lane || !item) {
    return undefined;
  }
  const others = lane.items.filter(one => one !== item);
  const index = Math.min(Math.max(to.index, 0), others.length);
  if (from.lane === to.lane && from.index === index) {
    return undefined;
  }
  const after = others[index - 1]?.rank;
  const before = others[index]?.rank;
  const value = to.lane === 'none' ? null : to.lane;
  return {
    item,
    to: { lane: to.lane, index },
    ...(from.lane !== to.lane && {
      fields: { [by]: value } as Move['fields'],
    }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

const STEPS: Record<string, { lane: number; index: number } | undefined> = {
  ArrowUp: { lane: 0, index: -1 },
  ArrowDown: { lane: 0, index: 1 },
  ArrowLeft: { lane: -1, index: 0 },
  ArrowRight: { lane: 1, index: 0 },
};

/** The place that an arrow key leads to from another one, or nothing where it leads nowhere. */
export function stepFrom(
  lanes: readonly BoardLane[],
  key: string,
  place: Place,
  arrow: string,
): Place | undefined {
  const step = STEPS[arrow];
  const at = lanes.findIndex(({ id }) => id === place.lane);
  const lane = step && lanes[at + step.lane];
  if (!step || !lane) {
    return undefined;
  }
  const room = lane.items.filter(item => itemKey(item) !== key).length;
  const index = place.index + step.index;
  if (step.lane === 0 && (index < 0 || index > room)) {
    return undefined;
  }
  return { lane: lane.id, index: Math.min(index, room) };
}
