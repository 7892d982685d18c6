import { useEffect, useRef } from 'react';
import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ChevronRight';
import CollapseIcon from '@material-ui/icons/ChevronLeft';
import GapIcon from '@material-ui/icons/ReportProblemOutlined';
import type { OwnershipLens } from '@productops/backstage-plugin-product-ops-common';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { line, mutedInk, quietSurface, toneColors } from '../../components';
import { useText } from '../../useText';
import { nodeColor } from './colors';
import { Distribution } from './Distribution';
import { BOX } from './layout';
import { boxLine, nodeMark, nodeTitle } from './lens';
import { LensMark } from './LensMark';
import { NodeIcon } from './NodeIcon';
import { sizeFill } from './sizes';
import { canToggle, type TreeRow } from './treeRows';

const useStyles = makeStyles(
  (theme: Theme) => ({
    box: {
      width: BOX.width,
      height: BOX.height,
      boxSizing: 'border-box',
      padding: '7px 10px 7px 13px',
      borderRadius: 8,
      border: `1px solid ${line(theme)}`,
      backgroundColor: theme.palette.background.paper,
      // How much of it is filled says how much it has.
      backgroundRepeat: 'no-repeat',
      color: theme.palette.text.primary,
      cursor: 'pointer',
      // Legible at the smallest zoom that is offered, where it is 0.8 of this.
      fontSize: 14,
      lineHeight: '20px',
      '&:focus-visible': {
        outline: `3px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    onPath: { borderColor: toneColors(theme, 'info').ink },
    selected: {
      borderColor: toneColors(theme, 'info').ink,
      backgroundColor: toneColors(theme, 'info').background,
    },
    head: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      height: 22,
      '& svg': { fontSize: 18, flex: 'none', color: mutedInk(theme) },
    },
    title: {
      flex: 1,
      minWidth: 0,
      fontWeight: 700,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    line: {
      color: mutedInk(theme),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      marginBottom: 7,
    },
    gap: {
      display: 'inline-flex',
      '& svg': { color: `${toneColors(theme, 'bad').ink} !important` },
    },
    toggle: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 24,
      height: 24,
      flex: 'none',
      padding: 0,
      margin: '-2px -4px -2px 0',
      border: 'none',
      borderRadius: 4,
      background: 'transparent',
      cursor: 'pointer',
      '&:hover': { background: quietSurface(theme) },
    },
    handle: {
      opacity: 0,
      pointerEvents: 'none',
      width: 1,
      height: 1,
      minWidth: 0,
      minHeight: 0,
      border: 'none',
    },
  }),
  { name: 'ProductOpsOwnershipBox' },
);

export interface BoxData extends Record<string, unknown> {
  row: TreeRow;
  lens: OwnershipLens;
  /** How much it has beside the largest of its level, from 0 to 1. */
  size: number;
  onPath: boolean;
  selected: boolean;
  /** Whether the keyboard is at it. */
  active: boolean;
  /** Tells once whether it shall take the focus as soon as it is there. */
  takesFocus: (id: string) => boolean;
  onChoose: (row: TreeRow) => void;
  onToggle: (row: TreeRow) => void;
}

export type BoxNodeType = Node<BoxData, 'box'>;

/** One box of the graph. */
export function BoxNode(props: NodeProps<BoxNodeType>) {
  const { row, lens, size, onPath, selected, active, takesFocus } = props.data;
  const { node } = row;
  const classes = useStyles();
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active && takesFocus(node.id)) {
      box.current?.focus({ preventScroll: true });
    }
  });

  const title = nodeTitle(node, t);
  const theme = useTheme();
  const mark = nodeMark(lens, node, t);
  const about = boxLine(lens, node, t);
  // The lens of gaps has its own sign in every box already.
  const standing = mark.text !== undefined && lens !== 'gaps';
  const fill = sizeFill(theme);
  const edge = `inset 4px 0 0 ${nodeColor(theme, lens, node, t)}`;
  const state = selected ? classes.selected : onPath && classes.onPath;
  const toggleName = t(
    node.expanded
      ? 'ownershipPage.graph.node.collapse'
      : 'ownershipPage.graph.node.expand',
    { title },
  );
  return (
    <>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={false}
        className={classes.handle}
      />
      <div
        ref={box}
        role="treeitem"
        tabIndex={active ? 0 : -1}
        aria-label={`${title}, ${about}`}
        aria-level={row.level}
        aria-posinset={row.position}
        aria-setsize={row.setSize}
        aria-selected={selected}
        aria-expanded={node.children > 0 ? node.expanded : undefined}
        aria-haspopup={node.type === 'more' ? 'dialog' : undefined}
        className={`${classes.box} ${state || ''}`}
        style={{
          backgroundImage: `linear-gradient(to right, ${fill}, ${fill})`,
          backgroundSize: `${size * 100}% 100%`,
          boxShadow: selected
            ? `${edge}, 0 0 0 1px ${toneColors(theme, 'info').ink}`
            : edge,
        }}
      >
        <div className={classes.head}>
          <NodeIcon node={node} />
          <span className={classes.title} title={title}>
            {title}
          </span>
          {node.counts.gaps > 0 && !standing && (
            <span className={classes.gap}>
              <GapIcon titleAccess={t('ownershipPage.graph.node.hasGaps')} />
            </span>
          )}
          {canToggle(row) && (
            // The arrow keys do the same, so it is no stop of its own on the way through the page.
            <button
              type="button"
              tabIndex={-1}
              aria-label={toggleName}
              title={toggleName}
              className={classes.toggle}
              onClick={event => {
                event.stopPropagation();
                props.data.onToggle(row);
              }}
            >
              {node.expanded ? <CollapseIcon /> : <ExpandIcon />}
            </button>
          )}
        </div>
        <div className={classes.line} title={about}>
          {standing && <LensMark tone={mark.tone} />}
          {about}
        </div>
        <Distribution shares={node.distribution} lens={lens} size={size} />
      </div>
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={false}
        className={classes.handle}
      />
    </>
  );
}
