import type { Theme } from '@material-ui/core/styles';
import type { TreeRow } from './treeRows';

/**
 * How much each node has beside the largest of its level, from 0 to 1: boxes in one column compare. What stands for many
 * others is no measure of one.
 */
export function relativeSizes(
  rows: readonly TreeRow[],
): (row: TreeRow) => number {
  const largest = new Map<number, number>();
  for (const { level, node } of rows) {
    if (node.type !== 'more') {
      const { entities } = node.counts;
      largest.set(level, Math.max(largest.get(level) ?? 1, entities));
    }
  }
  return ({ level, node }) =>
    Math.min(1, node.counts.entities / (largest.get(level) ?? 1));
}

/** Fills as much of a box as its size; text on it stays readable, on a chosen box too. */
export function sizeFill(theme: Theme): string {
  return theme.palette.type === 'dark'
    ? 'rgba(255, 255, 255, 0.09)'
    : 'rgba(31, 84, 147, 0.1)';
}
