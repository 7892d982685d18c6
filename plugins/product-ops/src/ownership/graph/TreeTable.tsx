import { useEffect, useMemo, useRef } from 'react';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ExpandIcon from '@material-ui/icons/ChevronRight';
import CollapseIcon from '@material-ui/icons/ExpandMore';
import GapIcon from '@material-ui/icons/ReportProblemOutlined';
import { line, mutedInk, quietSurface, toneColors } from '../../components';
import { useText } from '../../useText';
import { Distribution } from './Distribution';
import type { TreeViewProps } from './GraphCanvas';
import { distributionText, nodeMark, nodeTitle } from './lens';
import { LensMark } from './LensMark';
import { NodeIcon } from './NodeIcon';
import { canToggle, treeRows } from './treeRows';
import { useTreeKeys } from './useTreeKeys';

const useStyles = makeStyles(
  (theme: Theme) => ({
    scroll: {
      overflowX: 'auto',
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      minWidth: 0,
    },
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      fontSize: '0.88rem',
      [theme.breakpoints.up('sm')]: { minWidth: 520 },
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.6, 1.25),
        borderBottom: `1px solid ${line(theme)}`,
        fontWeight: 'inherit',
        [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.6, 0.75) },
      },
      '& thead th': {
        color: mutedInk(theme),
        fontSize: '0.8rem',
        fontWeight: 700,
      },
      '& tbody tr': {
        cursor: 'pointer',
        '&:hover': { background: quietSurface(theme) },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: -2,
        },
      },
      '& tbody tr:last-child > *': { borderBottom: 'none' },
    },
    selected: {
      background: toneColors(theme, 'info').background,
      fontWeight: 700,
    },
    name: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      [theme.breakpoints.up('sm')]: { minWidth: 170 },
      overflowWrap: 'anywhere',
      '& svg': { fontSize: 18, flex: 'none', color: mutedInk(theme) },
    },
    toggle: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 24,
      height: 24,
      flex: 'none',
      padding: 0,
      border: 'none',
      borderRadius: 4,
      background: 'transparent',
      cursor: 'pointer',
      '&:hover': { background: quietSurface(theme) },
    },
    number: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
    gaps: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      color: toneColors(theme, 'bad').ink,
      '& svg': { fontSize: 16 },
    },
    mark: {
      display: 'flex',
      alignItems: 'center',
      '& > :last-child': { flex: 1 },
    },
    by: {
      color: mutedInk(theme),
      minWidth: 160,
      [theme.breakpoints.down('xs')]: { minWidth: 56 },
    },
  }),
  { name: 'ProductOpsOwnershipTable' },
);

/** The same tree as a table of rows that open. */
export function TreeTable(props: TreeViewProps) {
  const { graph, lens, selected } = props;
  const classes = useStyles();
  const t = useText();
  const rows = useMemo(() => treeRows(graph.nodes, graph.root), [graph]);
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  const keys = useTreeKeys({
    rows,
    selected,
    onChoose: props.onChoose,
    onToggle: props.onToggle,
  });
  const { active, takesFocus, moveTo } = keys;
  const activeRow = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (takesFocus(active)) {
      activeRow.current?.focus();
    }
  }, [active, takesFocus]);

  return (
    <Paper elevation={0} className={classes.scroll}>
      <Box
        component="table"
        role="treegrid"
        aria-label={t('ownershipPage.graph.table.label')}
        aria-busy={props.busy}
        className={classes.table}
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{t('ownershipPage.graph.table.name')}</th>
            <th scope="col">{t('ownershipPage.graph.table.entities')}</th>
            {!narrow && (
              <th scope="col">{t('ownershipPage.graph.table.direct')}</th>
            )}
            <th scope="col">{t('ownershipPage.graph.table.gaps')}</th>
            <th scope="col">
              {t('ownershipPage.graph.table.by', {
                lens: t(`ownershipPage.graph.lens.${lens}`),
              })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const { node } = row;
            const title = nodeTitle(node, t);
            const mark = nodeMark(lens, node, t);
            const toggleName = t(
              node.expanded
                ? 'ownershipPage.graph.node.collapse'
                : 'ownershipPage.graph.node.expand',
              { title },
            );
            return (
              <tr
                key={node.id}
                ref={node.id === active ? activeRow : undefined}
                tabIndex={node.id === active ? 0 : -1}
                aria-level={row.level}
                aria-posinset={row.position}
                aria-setsize={row.setSize}
                aria-selected={node.id === selected}
                aria-expanded={node.children > 0 ? node.expanded : undefined}
                className={node.id === selected ? classes.selected : undefined}
                onClick={() => {
                  moveTo(node.id, false);
                  props.onChoose(row);
                }}
              >
                <th
                  scope="row"
                  style={{
                    paddingLeft: narrow
                      ? (row.level - 1) * 8
                      : 10 + (row.level - 1) * 18,
                  }}
                >
                  <span className={classes.name}>
                    {canToggle(row) ? (
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-label={toggleName}
                        title={toggleName}
                        className={classes.toggle}
                        onClick={event => {
                          event.stopPropagation();
                          moveTo(node.id, false);
                          props.onToggle(row);
                        }}
                      >
                        {node.expanded ? <CollapseIcon /> : <ExpandIcon />}
                      </button>
                    ) : (
                      <span className={classes.toggle} aria-hidden />
                    )}
                    <NodeIcon node={node} />
                    <span>{title}</span>
                  </span>
                </th>
                <td className={classes.number}>
                  {node.counts.entities.toLocaleString()}
                </td>
                {!narrow && (
                  <td className={classes.number}>
                    {node.direct?.toLocaleString() ?? '–'}
                  </td>
                )}
                <td className={classes.number}>
                  {node.counts.gaps > 0 ? (
                    <span className={classes.gaps}>
                      <GapIcon aria-hidden />
                      {node.counts.gaps.toLocaleString()}
                    </span>
                  ) : (
                    '0'
                  )}
                </td>
                <td className={classes.by}>
                  <div className={classes.mark}>
                    {mark.text !== undefined && <LensMark tone={mark.tone} />}
                    {narrow ? (
                      // Words of several shares make a row so tall that a phone shows four.
                      <Distribution shares={node.distribution} lens={lens} />
                    ) : (
                      <span>{distributionText(node.distribution)}</span>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Box>
    </Paper>
  );
}
