import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';

/** Every box has this size, in pixels. */
export const NEIGHBOUR = { width: 230, height: 56 } as const;
const GAP = 10;
const BETWEEN = 72;
const HEADING = 22;
const MORE = 26;

/** One box around an entity, or the entity itself. */
export interface Neighbour {
  key: string;
  /** Where it leads; what has none is named by its title. */
  entity?: EntityLink;
  title: string;
  /** The second line: a role, or who owns it. */
  about: string;
  middle?: boolean;
}

/** Boxes of one sort, and how many there are of it in all. */
export interface NeighbourGroup {
  key: string;
  title: string;
  side: 'left' | 'right';
  neighbours: Neighbour[];
  total: number;
}

/** What is around an entity. */
export interface Neighbourhood {
  middle: Neighbour;
  groups: NeighbourGroup[];
}

/** Where everything is, in pixels: two columns with the entity between them. */
export function neighbourLayout({ groups }: Neighbourhood) {
  const hasLeft = groups.some(({ side }) => side === 'left');
  const columns = {
    left: { x: 0, y: 0 },
    right: {
      x: (hasLeft ? 2 : 1) * (NEIGHBOUR.width + BETWEEN),
      y: 0,
    },
  };
  const placed = groups.map(group => {
    const column = columns[group.side];
    const at = { x: column.x, y: column.y };
    column.y += HEADING;
    const boxes = group.neighbours.map(neighbour => {
      const place = { neighbour, x: column.x, y: column.y };
      column.y += NEIGHBOUR.height + GAP;
      return place;
    });
    const left = group.total - group.neighbours.length;
    const more =
      left > 0 ? { x: column.x, y: column.y - 2, number: left } : undefined;
    column.y += (left > 0 ? MORE : 0) + GAP;
    return { ...group, ...at, boxes, more };
  });
  const height = Math.max(
    columns.left.y - 2 * GAP,
    columns.right.y - 2 * GAP,
    NEIGHBOUR.height,
  );
  const middle = {
    x: hasLeft ? NEIGHBOUR.width + BETWEEN : 0,
    y: (height - NEIGHBOUR.height) / 2,
  };
  return {
    width: columns.right.x + NEIGHBOUR.width,
    height: height + GAP,
    middle,
    groups: placed.map(group => ({
      ...group,
      boxes: group.boxes.map(box => ({
        ...box,
        edge: edgeBetween(
          group.side === 'left' ? box : middle,
          group.side === 'left' ? middle : box,
        ),
      })),
    })),
  };
}

/** From the right side of one box to the left side of another. */
function edgeBetween(
  from: { x: number; y: number },
  to: { x: number; y: number },
): string {
  const [x1, y1] = [from.x + NEIGHBOUR.width, from.y + NEIGHBOUR.height / 2];
  const [x2, y2] = [to.x, to.y + NEIGHBOUR.height / 2];
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
}
