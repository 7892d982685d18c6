import {
  gapRuleOf,
  OWNERSHIP_SIBLINGS_IN_COLUMN,
  type OwnershipNode,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { linkOf } from './links';
import { countsOf, type OwnershipTree } from './OwnershipTree';
import type { TreeNode } from './structure';
import { stageOfEntity } from '../directory/stageOfEntity';

/** So that no question, however deep and wide, makes an answer that no page can show. */
const MAX_NODES = 2000;

/** How much of the tree is wanted. */
export interface CutOptions {
  /** Levels below the root. */
  depth: number;
  /** Children of one node. */
  breadth: number;
  /** Ids of nodes whose children are wanted too; all on the way to them are there. */
  expand: readonly string[];
  /** Opens as many teams as this many rows let, instead of so many levels. */
  fit?: number;
  stages: readonly StageDefinition[];
}

/** The root and what is wanted below it, parents before children. */
export function cutTree(
  tree: OwnershipTree,
  root: TreeNode,
  options: CutOptions,
): OwnershipNode[] {
  const wanted = new Set(
    options.expand.flatMap(id => {
      const steps = id.split('>');
      return steps.map((_, index) => steps.slice(0, index + 1).join('>'));
    }),
  );
  const fitting =
    options.fit === undefined
      ? undefined
      : openedToFit(tree, root, options.fit, options.breadth);
  const opened = new Set([...options.expand, ...(fitting ?? [])]);
  const depthOfAll = fitting ? 0 : options.depth;
  const isOnTheWay = (id: string) =>
    options.expand.some(other => other.startsWith(`${id}>`));
  const nodes: OwnershipNode[] = [];
  let level = [{ node: root, depth: 0 }];
  nodes.push(toNode(tree, root, 0, options.stages));
  const byId = new Map(nodes.map(node => [node.id, node]));
  while (level.length > 0 && nodes.length < MAX_NODES) {
    const next: typeof level = [];
    for (const { node, depth } of level) {
      const shown = byId.get(node.id)!;
      const opens =
        depth < depthOfAll || opened.has(node.id) || isOnTheWay(node.id);
      if (!opens || nodes.length >= MAX_NODES) {
        continue;
      }
      const children = tree.childrenOf(node);
      shown.expanded = children.length > 0;
      const kept = children.filter(
        ({ id }, index) => index < options.breadth || wanted.has(id),
      );
      const left = children.filter(child => !kept.includes(child));
      // A node that stands for one other takes as much room as that one.
      const all = left.length === 1 ? children : kept;
      for (const child of all) {
        const made = toNode(tree, child, depth + 1, options.stages);
        nodes.push(made);
        byId.set(made.id, made);
        next.push({ node: child, depth: depth + 1 });
      }
      if (left.length > 1) {
        nodes.push(moreNode(tree, node, left, depth + 1));
      }
    }
    level = next;
  }
  return nodes;
}

/**
 * The teams to open so that the whole is seen at a glance: level by level, those with the most first, as long as the
 * tree stands in so many rows. Only teams with teams below: what one team owns is a closer look.
 */
function openedToFit(
  tree: OwnershipTree,
  root: TreeNode,
  fit: number,
  breadth: number,
): Set<string> {
  const opened = new Map<string, string[]>();
  let level = [root];
  while (level.length > 0) {
    const next: TreeNode[] = [];
    const bySize = [...level].sort(
      (a, b) =>
        tree.summaryOf(b).counts.entities - tree.summaryOf(a).counts.entities,
    );
    for (const node of bySize) {
      const children = tree.childrenOf(node);
      const teams = children
        .slice(0, breadth)
        .filter(({ type }) => type === 'team');
      if (node !== root && teams.length === 0) {
        continue;
      }
      // One more stands for those that are left over.
      opened.set(
        node.id,
        children.slice(0, breadth + 1).map(({ id }) => id),
      );
      if (node === root || rowsOf(root.id, opened) <= fit) {
        next.push(...teams);
      } else {
        opened.delete(node.id);
      }
    }
    level = next;
  }
  return new Set(opened.keys());
}

/** In how many rows a tree stands that grows to the right, when many siblings at its far end stand two to a row. */
function rowsOf(
  root: string,
  opened: ReadonlyMap<string, readonly string[]>,
): number {
  const levels = [[root]];
  for (let level = levels[0]; level.length > 0; ) {
    level = level.flatMap(id => opened.get(id) ?? []);
    levels.push(level);
  }
  const far = new Set(levels[levels.length - 2]);
  const rows = (id: string): number => {
    const children = opened.get(id) ?? [];
    if (children.length === 0) {
      return 1;
    }
    return far.has(children[0]) &&
      children.length > OWNERSHIP_SIBLINGS_IN_COLUMN
      ? Math.ceil(children.length / 2)
      : children.reduce((sum, child) => sum + rows(child), 0);
  };
  return rows(root);
}

/** A node as the API shows it. */
export function toNode(
  tree: OwnershipTree,
  node: TreeNode,
  depth: number,
  stages: readonly StageDefinition[],
): OwnershipNode {
  const { counts, distribution } = tree.summaryOf(node);
  const entity = tree.entityOf(node);
  const direct = tree.directOf(node);
  return {
    id: node.id,
    ...(node.parent && { parent: node.parent.id }),
    type: node.type,
    title: tree.titleOf(node),
    ...(node.ref && {
      entity: linkOf(node.ref, tree.titleOf(node), {
        known: node.type !== 'dangling',
        type: entity?.type,
      }),
    }),
    depth,
    ...(entity?.stage && {
      stage: stageOfEntity(entity, stages),
    }),
    ...(entity?.tier && { tier: entity.tier }),
    ...(entity?.gaps.length && { gaps: entity.gaps.map(gapRuleOf) }),
    counts,
    ...(direct !== undefined && { direct }),
    distribution,
    children: tree.childrenOf(node).length,
    expanded: false,
  };
}

function moreNode(
  tree: OwnershipTree,
  parent: TreeNode,
  left: readonly TreeNode[],
  depth: number,
): OwnershipNode {
  const entities = [
    ...new Set(left.flatMap(node => [...tree.entitiesIn(node)])),
  ];
  return {
    id: `${parent.id}>more`,
    parent: parent.id,
    type: 'more',
    title: `+ ${left.length}`,
    depth,
    counts: countsOf(entities),
    distribution: tree.distributionOf(entities),
    children: left.length,
    expanded: false,
  };
}
