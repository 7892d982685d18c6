import type { OwnershipNode } from '@productops/backstage-plugin-product-ops-common';

/** A node with its place among its siblings, as a screen reader tells it. */
export interface TreeRow {
  node: OwnershipNode;
  /** From 1 on. */
  level: number;
  position: number;
  setSize: number;
  firstChild?: string;
}

/** The nodes in the order in which they are read: each before its children, and these before its next sibling. */
export function treeRows(
  nodes: readonly OwnershipNode[],
  root: string,
): TreeRow[] {
  const children = new Map<string, OwnershipNode[]>();
  for (const node of nodes) {
    if (node.parent !== undefined && node.id !== root) {
      children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
    }
  }
  const rows: TreeRow[] = [];
  const top = nodes.filter(({ id }) => id === root).slice(0, 1);
  const stack = [{ siblings: top, at: 0, level: 1 }];
  while (stack.length > 0) {
    const last = stack[stack.length - 1];
    const node = last.siblings[last.at];
    if (!node) {
      stack.pop();
      continue;
    }
    last.at += 1;
    const below = children.get(node.id) ?? [];
    rows.push({
      node,
      level: last.level,
      position: last.at,
      setSize: last.siblings.length,
      firstChild: below[0]?.id,
    });
    if (below.length > 0) {
      stack.push({ siblings: below, at: 0, level: last.level + 1 });
    }
  }
  return rows;
}

/** Whether there is something to open or close: the root is always open. */
export function canToggle({ node, level }: TreeRow): boolean {
  return level > 1 && node.children > 0 && node.type !== 'more';
}

export type TreeMove =
  | { move: string }
  | { toggle: string }
  | { choose: string };

/** What a key does in a tree, after the pattern that screen readers teach; nothing for other keys. */
export function treeMove(
  key: string,
  rows: readonly TreeRow[],
  active: string,
): TreeMove | undefined {
  const at = rows.findIndex(({ node }) => node.id === active);
  const row = rows[at];
  if (!row) {
    return undefined;
  }
  const to = (other: TreeRow | undefined) => other && { move: other.node.id };
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1]);
    case 'ArrowUp':
      return to(rows[at - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows[rows.length - 1]);
    case 'ArrowRight':
      if (row.firstChild) {
        return { move: row.firstChild };
      }
      return canToggle(row) ? { toggle: active } : undefined;
    case 'ArrowLeft':
      if (row.node.expanded && canToggle(row)) {
        return { toggle: active };
      }
      return row.level > 1 && row.node.parent
        ? { move: row.node.parent }
        : undefined;
    case 'Enter':
    case ' ':
      return { choose: active };
    default:
      return undefined;
  }
}
