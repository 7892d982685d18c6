import { useCallback } from 'react';
import type {
  GetOwnershipGraphQuery,
  OwnershipLens,
  OwnershipNode,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';
import { isBelow, withCollapsed, withExpanded } from './expansion';
import { LENSES } from './lens';

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

/** What of the graph is asked for and shown, all of it in the address. */
export function useGraphState() {
  const url = useUrlState();
  const { patch } = url;
  const lens: OwnershipLens = oneOf(LENSES, url.get('lens')) ?? 'stage';
  const role = oneOf(ROLES, url.get('role')) ?? 'owner';
  const root = url.get('root');
  const kind = url.getAll('kind');
  const stage = url.getAll('stage');
  const tier = url.getAll('tier').flatMap(value => oneOf(TIERS, value) ?? []);
  const expand = url.getAll('expand');
  const selected = url.get('selected');
  const query: GetOwnershipGraphQuery = {
    depth: 1,
    lens,
    ...(root && { root }),
    ...(role !== 'owner' && { role }),
    ...(kind.length > 0 && { kind }),
    ...(stage.length > 0 && { stage }),
    ...(tier.length > 0 && { tier }),
    ...(expand.length > 0 && { expand }),
  };

  const expanded = expand.join('\n');
  const select = useCallback(
    (id: string | undefined) => patch({ selected: id }, { replace: true }),
    [patch],
  );
  const toggle = useCallback(
    (node: OwnershipNode) => {
      const open = expanded ? expanded.split('\n') : [];
      patch({
        expand: node.expanded
          ? withCollapsed(open, node.id)
          : withExpanded(open, node.id),
        // What is hidden cannot stay chosen: the box that hides it takes its place.
        ...(node.expanded &&
          selected &&
          isBelow(selected, node.id) && { selected: node.id }),
      });
    },
    [patch, expanded, selected],
  );
  /** Opens the way to a node and chooses it. */
  const goTo = useCallback(
    (id: string) => {
      const open = expanded ? expanded.split('\n') : [];
      patch({
        expand: withExpanded(open, id),
        selected: id,
        // The ways that a search knows begin at the top.
        ...(id.startsWith('organisation') && { root: undefined }),
      });
    },
    [patch, expanded],
  );
  const startFrom = useCallback(
    (ref: string | undefined) =>
      patch({ root: ref, expand: undefined, selected: undefined }),
    [patch],
  );
  const clear = useCallback(
    () => patch({ kind: undefined, stage: undefined, tier: undefined }),
    [patch],
  );
  const filtered = kind.length + stage.length + tier.length > 0;

  return {
    lens,
    role,
    root,
    kind,
    stage,
    tier,
    selected,
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
