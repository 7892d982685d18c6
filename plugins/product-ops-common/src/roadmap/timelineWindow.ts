import type { TimelineBar, TimelineEdge, TimelineLayout } from './timeline';

/**
 * What of a timeline is on the screen.
 *
 * @public
 */
export interface TimelineView {
  firstRow: number;
  /** The last row that shows, too. */
  lastRow: number;
  /** In pixels of the scale. */
  fromX: number;
  toX: number;
}

/**
 * What is to be drawn of a timeline.
 *
 * @public
 */
export interface TimelineWindow<T> {
  bars: Array<TimelineBar<T>>;
  /** Those that begin or end at a bar which shows, with both bars. */
  edges: Array<
    TimelineEdge & { fromBar: TimelineBar<T>; toBar: TimelineBar<T> }
  >;
}

/**
 * Prepares a layout for scrolling: gives a function that finds what shows, in proportion to what shows.
 *
 * @public
 */
export function indexTimeline<T>(
  layout: Pick<TimelineLayout<T>, 'bars' | 'edges' | 'rows'>,
): (view: TimelineView) => TimelineWindow<T> {
  const byKey = new Map(layout.bars.map(bar => [bar.key, bar]));
  const rows: Array<Array<TimelineBar<T>>> = Array.from(
    { length: layout.rows },
    () => [],
  );
  layout.bars.forEach(bar => rows[bar.row].push(bar));
  const edgesOf = new Map<string, TimelineEdge[]>();
  const remember = (key: string, edge: TimelineEdge) => {
    const known = edgesOf.get(key);
    if (known) {
      known.push(edge);
    } else {
      edgesOf.set(key, [edge]);
    }
  };
  layout.edges.forEach(edge => {
    remember(edge.from, edge);
    remember(edge.to, edge);
  });
  return ({ firstRow, lastRow, fromX, toX }) => {
    const bars = rows
      .slice(Math.max(0, firstRow), Math.max(0, lastRow + 1))
      .flatMap(row =>
        row.filter(({ x, width }) => x <= toX && x + width >= fromX),
      );
    const edges = new Set(bars.flatMap(({ key }) => edgesOf.get(key) ?? []));
    return {
      bars,
      edges: [...edges].flatMap(edge => {
        const fromBar = byKey.get(edge.from);
        const toBar = byKey.get(edge.to);
        return fromBar && toBar ? [{ ...edge, fromBar, toBar }] : [];
      }),
    };
  };
}
