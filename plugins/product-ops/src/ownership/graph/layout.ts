import type { OwnershipNode } from '@productops/backstage-plugin-product-ops-common';
import { hierarchy, tree } from 'd3-hierarchy';

/** Every box has this size, in pixels at 100 %. */
export const BOX = { width: 220, height: 76 } as const;
const GAP = { x: 40, y: 16 };
/** More siblings than this at the far end of the tree stand beside each other, so that they are seen at a glance. */
const IN_ONE_COLUMN = 8;

export interface Point {
  x: number;
  y: number;
}

/** Where the upper left corner of each box is, by id; the root is at 0, 0 and what is below it to its right. */
export function layoutTree(
  nodes: readonly OwnershipNode[],
  root: string,
): Map<string, Point> {
  const children = new Map<string, string[]>();
  for (const { id, parent } of nodes) {
    if (parent !== undefined && id !== root) {
      const siblings = children.get(parent);
      if (siblings) {
        siblings.push(id);
      } else {
        children.set(parent, [id]);
      }
    }
  }
  const rows = rowsAtTheEnd(children, root);
  const placed = tree<string>()
    .nodeSize([BOX.height + GAP.y, BOX.width + GAP.x])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.25))(
    hierarchy(root, id => children.get(id)?.filter(child => rows.has(child))),
  );
  // The layout grows downwards; here it grows to the right.
  return new Map(
    placed
      .descendants()
      .flatMap(({ data, x, y }) =>
        (rows.get(data) ?? [data]).map((id, index): [string, Point] => [
          id,
          { x: y + index * (BOX.width + GAP.y), y: x },
        ]),
      ),
  );
}

/**
 * The boxes of each row, by the first of them; one alone for most. There is nothing to the right of those furthest from
 * the root, so only these can have another beside them.
 */
function rowsAtTheEnd(
  children: ReadonlyMap<string, string[]>,
  root: string,
): Map<string, string[]> {
  const levels = [[root]];
  for (let level = levels[0]; level.length > 0; ) {
    level = level.flatMap(id => children.get(id) ?? []);
    levels.push(level);
  }
  const last = new Set(levels[levels.length - 2]);
  const rows = new Map<string, string[]>([[root, [root]]]);
  for (const siblings of children.values()) {
    const across =
      last.has(siblings[0]) && siblings.length > IN_ONE_COLUMN ? 2 : 1;
    for (let at = 0; at < siblings.length; at += across) {
      rows.set(siblings[at], siblings.slice(at, at + across));
    }
  }
  return rows;
}

/** What leads to each box: its parent, or the one before it in the same row, so that no line crosses a box. */
export function leadsTo(
  nodes: readonly OwnershipNode[],
  places: ReadonlyMap<string, Point>,
): Map<string, string> {
  const rows = new Map<string, string>();
  const leads = new Map<string, string>();
  for (const { id, parent } of nodes) {
    const place = places.get(id);
    if (place && parent !== undefined) {
      const row = `${place.y} ${parent}`;
      leads.set(id, rows.get(row) ?? parent);
      rows.set(row, id);
    }
  }
  return leads;
}

/** The same places, moved so that one box stays where it was. */
export function anchored(
  places: ReadonlyMap<string, Point>,
  before: ReadonlyMap<string, Point>,
  candidates: readonly string[],
): Map<string, Point> {
  const anchor = candidates.find(id => places.has(id) && before.has(id));
  const from = anchor === undefined ? undefined : before.get(anchor);
  const to = anchor === undefined ? undefined : places.get(anchor);
  if (!from || !to) {
    return new Map(places);
  }
  const shift = { x: from.x - to.x, y: from.y - to.y };
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: x + shift.x, y: y + shift.y },
    ]),
  );
}

/** The rectangle around all boxes. */
export function boundsOf(places: ReadonlyMap<string, Point>) {
  const points = [...places.values()];
  const x = points.reduce((least, p) => Math.min(least, p.x), Infinity);
  const y = points.reduce((least, p) => Math.min(least, p.y), Infinity);
  const right = points.reduce((most, p) => Math.max(most, p.x), -Infinity);
  const bottom = points.reduce((most, p) => Math.max(most, p.y), -Infinity);
  return points.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : {
        x,
        y,
        width: right - x + BOX.width,
        height: bottom - y + BOX.height,
      };
}
