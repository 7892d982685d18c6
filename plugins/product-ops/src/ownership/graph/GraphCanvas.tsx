import { useEffect, useMemo, useRef } from 'react';
import type {
  OwnershipGraph,
  OwnershipLens,
} from '@productops/backstage-plugin-product-ops-common';
import {
  type Edge,
  Position,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import { useText } from '../../useText';
import { BoxNode, type BoxNodeType } from './BoxNode';
import { useCanvasStyles } from './canvasStyles';
import { pathOf } from './expansion';
import { anchored, BOX, layoutTree, leadsTo, type Point } from './layout';
import { type TreeRow, treeRows } from './treeRows';
import { ZOOM } from './room';
import { relativeSizes } from './sizes';
import { useCanvasView } from './useCanvasView';
import { useTreeKeys } from './useTreeKeys';
import { ZoomButtons } from './ZoomButtons';

const NODE_TYPES = { box: BoxNode };
const NOTHING = new Map<string, Point>();

export interface TreeViewProps {
  graph: OwnershipGraph;
  lens: OwnershipLens;
  selected: string | undefined;
  busy: boolean;
  onChoose: (row: TreeRow) => void;
  onToggle: (row: TreeRow) => void;
}

function Canvas(props: TreeViewProps) {
  const { graph, lens, selected } = props;
  const classes = useCanvasStyles();
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const wrapper = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(graph.nodes, graph.root), [graph]);
  const path = useMemo(() => new Set(pathOf(selected)), [selected]);

  // What one looks at stays where it is: the box last opened or closed, or the chosen one.
  const toggled = useRef<string>();
  const before = useRef<ReadonlyMap<string, Point>>(NOTHING);
  const looksAt = useRef<string[]>([]);
  looksAt.current = [
    ...(toggled.current ? [toggled.current] : []),
    ...[...path].reverse(),
    graph.root,
  ];
  const places = useMemo(
    () =>
      anchored(
        layoutTree(graph.nodes, graph.root),
        before.current,
        looksAt.current,
      ),
    [graph],
  );
  useEffect(() => {
    before.current = places;
  }, [places]);

  const { toStart, show } = useCanvasView({ frame, places, root: graph.root });
  const onToggle = (row: TreeRow) => {
    toggled.current = row.node.id;
    props.onToggle(row);
  };
  const keys = useTreeKeys({
    rows,
    selected,
    onChoose: props.onChoose,
    onToggle,
  });
  const { active, moveTo, takesFocus } = keys;

  const isThere = selected !== undefined && places.has(selected);
  const shows = useRef(show);
  shows.current = show;
  useEffect(() => {
    if (selected && isThere) {
      shows.current(selected, true);
    }
  }, [selected, isThere]);

  // The library calls itself an application; it is a tree.
  useEffect(() => wrapper.current?.setAttribute('role', 'tree'), []);

  const sizeOf = relativeSizes(rows);
  const leads = leadsTo(graph.nodes, places);
  const nodes = rows.map((row): BoxNodeType => {
    const { id } = row.node;
    return {
      id,
      type: 'box',
      position: places.get(id) ?? { x: 0, y: 0 },
      width: BOX.width,
      height: BOX.height,
      handles: [
        {
          type: 'target',
          position: Position.Left,
          x: 0,
          y: BOX.height / 2,
          width: 1,
          height: 1,
        },
        {
          type: 'source',
          position: Position.Right,
          x: BOX.width - 1,
          y: BOX.height / 2,
          width: 1,
          height: 1,
        },
      ],
      ariaRole: 'none',
      domAttributes: { 'aria-roledescription': undefined },
      data: {
        row,
        lens,
        size: sizeOf(row),
        onPath: path.has(id),
        selected: id === selected,
        active: id === active,
        takesFocus,
        onChoose: chosen => {
          moveTo(chosen.node.id, false);
          props.onChoose(chosen);
        },
        onToggle,
      },
    };
  });
  const edges = rows.flatMap(({ node, level }): Edge[] =>
    level > 1 && node.parent
      ? [
          {
            id: node.id,
            source: leads.get(node.id) ?? node.parent,
            target: node.id,
            className: path.has(node.id) ? 'onPath' : undefined,
            zIndex: path.has(node.id) ? 1 : 0,
            focusable: false,
            ariaLabel: undefined,
            ariaRole: 'presentation',
            domAttributes: { 'aria-hidden': true },
          },
        ]
      : [],
  );

  return (
    <div ref={frame} className={classes.frame}>
      <ReactFlow
        ref={wrapper}
        className={classes.flow}
        aria-label={t('ownershipPage.graph.label')}
        aria-busy={props.busy}
        tabIndex={0}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodeClick={(_, { data }) => data.onChoose(data.row)}
        onInit={() => {
          toStart(false);
          if (selected) {
            show(selected, false);
          }
        }}
        onFocus={event => {
          // Into the tree from outside; from a box of it, one is on the way out.
          const { currentTarget, target, relatedTarget } = event;
          if (
            target === currentTarget &&
            !currentTarget.contains(relatedTarget)
          ) {
            show(active, false);
            moveTo(active, true);
            const there = currentTarget.querySelector<HTMLElement>(
              '[role="treeitem"][tabindex="0"]',
            );
            if (there) {
              takesFocus(active);
              there.focus({ preventScroll: true });
            }
          }
        }}
        onKeyDown={event => {
          const target = keys.onKeyDown(event);
          if (target) {
            show(target, false);
          }
        }}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        panOnScroll
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        proOptions={{ hideAttribution: true }}
      />
      <a
        className={classes.credit}
        href="https://reactflow.dev"
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('ownershipPage.graph.drawnWith')}
      </a>
      <ZoomButtons className={classes.zoom} onStart={() => toStart(true)} />
    </div>
  );
}

/** The tree as boxes: drawn where one looks, read at every zoom, walked through by the arrow keys. */
export default function GraphCanvas(props: TreeViewProps) {
  return (
    <ReactFlowProvider>
      <Canvas key={props.graph.root} {...props} />
    </ReactFlowProvider>
  );
}
