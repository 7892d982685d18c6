/**
 * The cycles of a graph: groups of nodes that each reach all others of the group. Takes time in
 * proportion to nodes and edges, and no recursion, so that a long chain is fine.
 *
 * @param edges - for each node the nodes that it points at; nodes that are no key are left out
 */
export function cyclesOf(
  edges: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const enter = (node: string) => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    stack.push(node);
    onStack.add(node);
    return { node, next: 0 };
  };
  const lower = (node: string, value: number) =>
    low.set(node, Math.min(low.get(node)!, value));

  for (const start of edges.keys()) {
    const path = order.has(start) ? [] : [enter(start)];
    while (path.length > 0) {
      const frame = path[path.length - 1];
      const target = edges.get(frame.node)![frame.next];
      frame.next += 1;
      if (target !== undefined) {
        if (edges.has(target) && !order.has(target)) {
          path.push(enter(target));
        } else if (onStack.has(target)) {
          lower(frame.node, order.get(target)!);
        }
        continue;
      }
      path.pop();
      if (path.length > 0) {
        lower(path[path.length - 1].node, low.get(frame.node)!);
      }
      if (low.get(frame.node) === order.get(frame.node)) {
        const group = stack.splice(stack.lastIndexOf(frame.node));
        group.forEach(node => onStack.delete(node));
        if (group.length > 1 || edges.get(group[0])!.includes(group[0])) {
          cycles.push(group);
        }
      }
    }
  }
  return cycles;
}
