import { useCallback, useState } from 'react';
import type {
  GetOwnershipGraphQuery,
  OwnershipLens,
  OwnershipNode,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';
import { isBelow, openedIn, withCollapsed, withExpanded } from './expansion';
import { LENSES } from './lens';
import { roomOfWindow } from './room';

export const ROLES = [
  'owner',
  'productManager',
  'techLead',
  'operations',
  'support',
  'security',
] as const;

type Tier = NonNullable<GetOwnershipGraphQuery['tier']>[number];
export const TIERS: readonly Tier[] = ['1', '2', '3', '4', 'none'];

function oneOf<T extends string>(
  known: readonly T[],
  value: string | undefined,
): T | undefined {
  return known.find(one => one === value);
}

/** What is open, named so that the first view, which opens by itself, does not come back when all is closed. */
function openedOrNone(open: readonly string[], id: string): string[] {
  return open.length > 0 ? [...open] : [id.split('>')[0]];
}

const NO_FILTERS = {
  kind: undefined,
  type: undefined,
  stage: undefined,
  tier: undefined,
};

/** What of the graph is asked for and shown, all of it in the address. */
export function useGraphState() {
  const url = useUrlState();
  // Of the window as it was: a whole that changes while one drags a corner is no whole.
  const [room] = useState(roomOfWindow);
  const { patch } = url;
  const lens: OwnershipLens = oneOf(LENSES, url.get('lens')) ?? 'stage';
  const role = oneOf(ROLES, url.get('role')) ?? 'owner';
  const root = url.get('root');
  const kind = url.getAll('kind');
  const type = url.getAll('type');
  const stage = url.getAll('stage');
  const tier = url.getAll('tier').flatMap(value => oneOf(TIERS, value) ?? []);
  const expand = url.getAll('expand');
  const selected = url.get('selected');
  const only = {
    ...(role !== 'owner' && { role }),
    ...(kind.length > 0 && { kind }),
    ...(type.length > 0 && { type }),
    ...(stage.length > 0 && { stage }),
    ...(tier.length > 0 && { tier }),
  };
  const query: GetOwnershipGraphQuery = {
    breadth: room.breadth,
    ...(expand.length > 0 ? { depth: 1 } : { fit: room.fit }),
    lens,
    ...(root && { root }),
    ...only,
    ...(expand.length > 0 && { expand }),
  };

  const expanded = expand.join('\n');
  const select = useCallback(
    (id: string | undefined) => patch({ selected: id }, { replace: true }),
    [patch],
  );
  const toggle = useCallback(
    (node: OwnershipNode, shown: readonly OwnershipNode[]) => {
      const open = expanded ? expanded.split('\n') : openedIn(shown);
      patch({
        expand: openedOrNone(
          node.expanded
            ? withCollapsed(open, node.id)
            : withExpanded(open, node.id),
          node.id,
        ),
        // What is hidden cannot stay chosen: the box that hides it takes its place.
        ...(node.expanded &&
          selected &&
          isBelow(selected, node.id) && { selected: node.id }),
      });
    },
    [patch, expanded, selected],
  );
  /** Opens the way to a node and chooses it; a node that may not pass the filters takes them off. */
  const goTo = useCallback(
    (id: string, options: { unfiltered?: boolean } = {}) => {
      const open = expanded ? expanded.split('\n') : [];
      patch({
        expand: withExpanded(open, id),
        selected: id,
        // The ways that a search knows begin at the top.
        ...(id.startsWith('organisation') && { root: undefined }),
        ...(options.unfiltered && NO_FILTERS),
      });
    },
    [patch, expanded],
  );
  const startFrom = useCallback(
    (ref: string | undefined) =>
      patch({ root: ref, expand: undefined, selected: undefined }),
    [patch],
  );
  const clear = useCallback(() => patch(NO_FILTERS), [patch]);
  const filtered = kind.length + type.length + stage.length + tier.length > 0;

  return {
    lens,
    role,
    root,
    kind,
    type,
    stage,
    tier,
    selected,
    /** Whose entities count, and which. */
    only,
    query,
    filtered,
    patch,
    select,
    toggle,
    goTo,
    startFrom,
    clear,
  };
}

export type GraphState = ReturnType<typeof useGraphState>;
