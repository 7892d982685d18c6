import type { OwnershipNode } from '@productops/backstage-plugin-product-ops-common';

const STEP = '>';
/** The contract's bound of `expand`. */
const MAX_EXPANDED = 50;

/** Whether a node is somewhere below another. */
export function isBelow(id: string, ancestor: string): boolean {
  return id.startsWith(`${ancestor}${STEP}`);
}

/** Opens a node. All on the way to it are opened by that, so they need not be named any more. */
export function withExpanded(expand: readonly string[], id: string): string[] {
  const others = expand.filter(other => other !== id && !isBelow(id, other));
  return [...others, id].slice(-MAX_EXPANDED);
}

/** Closes a node and all below it; what leads to it stays open. */
export function withCollapsed(expand: readonly string[], id: string): string[] {
  const others = expand.filter(other => other !== id && !isBelow(other, id));
  const parent = id.split(STEP).slice(0, -1).join(STEP);
  const isOpen =
    !parent.includes(STEP) ||
    others.some(other => other === parent || isBelow(other, parent));
  return isOpen ? others : [...others, parent];
}

/** A node and all above it. */
export function pathOf(id: string | undefined): string[] {
  const steps = id?.split(STEP) ?? [];
  return steps.map((_, index) => steps.slice(0, index + 1).join(STEP));
}

/** What of some nodes is open, as it is named: the furthest only. */
export function openedIn(nodes: readonly OwnershipNode[]): string[] {
  return nodes
    .filter(({ expanded, parent }) => expanded && parent !== undefined)
    .reduce<string[]>((open, { id }) => withExpanded(open, id), []);
}
