import { useId, useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  type RoadmapItem,
  SCORE_INPUTS,
} from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, quietSurface, useUrlState } from '../../../components';
import { useText } from '../../../useText';
import { valueText } from '../FieldValue';
import { itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import { BulkBar } from './BulkBar';
import { onArrow } from './arrowKeys';
import { cellsOf } from './cells';
import {
  GROUPS,
  type GroupBy,
  grouped,
  readSort,
  type SortBy,
  sorted,
  writeSort,
} from './rows';
import { SortHeader } from './SortHeader';
import { TableRow } from './TableRow';

const useStyles = makeStyles(
  (theme: Theme) => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      alignItems: 'center',
      marginBottom: theme.spacing(1),
    },
    hint: { color: mutedInk(theme), fontSize: '0.82rem' },
    frame: {
      overflowX: 'auto',
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      background: theme.palette.background.paper,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    table: {
      borderCollapse: 'separate',
      borderSpacing: 0,
      fontSize: '0.86rem',
      minWidth: '100%',
      '& th, & td': {
        padding: theme.spacing(0.25, 0.5),
        textAlign: 'left',
        verticalAlign: 'middle',
        borderBottom: `1px solid ${line(theme)}`,
        whiteSpace: 'nowrap',
      },
      '& thead th': { background: theme.palette.background.paper },
      // The name of a row stays in sight while one looks at what is far to the right.
      '& th[scope=row], & thead th[data-title]': {
        background: theme.palette.background.paper,
        whiteSpace: 'normal',
        minWidth: 220,
        [theme.breakpoints.up('sm')]: {
          position: 'sticky',
          left: 0,
          zIndex: 1,
          borderRight: `1px solid ${line(theme)}`,
        },
      },
    },
    group: {
      background: quietSurface(theme),
      fontWeight: 700,
      '& th': { padding: theme.spacing(0.75, 1) },
    },
    select: {
      minWidth: 170,
      background: theme.palette.background.paper,
      '& select': { paddingTop: 8, paddingBottom: 8, fontSize: '0.9rem' },
    },
  }),
  { name: 'ProductOpsRoadmapTable' },
);

/** Every field of every item: sorted, grouped, edited where it stands, or many at once. */
export function RoadmapTable(props: {
  items: RoadmapItem[];
  /** Rows at first; more of them on demand. */
  pageSize?: number;
}) {
  const { items, pageSize = 50 } = props;
  const { categories, method, may } = useEditing();
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const hintId = useId();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const sort = readSort(url.get('sort'));
  const group: GroupBy = GROUPS.find(one => one === url.get('group')) ?? 'none';
  const asked = Number(url.get('rows'));
  const most = Number.isInteger(asked) && asked > pageSize ? asked : pageSize;
  const cells = cellsOf({ t, categories, items, method });
  const inputs = SCORE_INPUTS[method].map(name => `score.${name}`);

  const ordered = sorted(items, sort);
  const groups =
    group === 'none'
      ? [{ value: '', items: ordered }]
      : grouped(ordered, group);
  let room = most;
  const shown = groups
    .map(one => {
      const rows = one.items.slice(0, room);
      room -= rows.length;
      return { ...one, rows };
    })
    .filter(({ rows }) => rows.length > 0);
  const inSight = shown.flatMap(({ rows }) => rows);
  const chosen = items.filter(item => selected.has(itemKey(item)));
  const maySelect = may.update;
  const allChosen =
    inSight.length > 0 && inSight.every(item => selected.has(itemKey(item)));

  const heads: Array<{ name: string; label: string; sort?: SortBy }> = [
    ...(
      [
        'status',
        'horizon',
        'start',
        'end',
        'category',
        'goal',
        'owner',
      ] as const
    ).map(name => ({ name, label: cells[name].label, sort: name })),
    ...inputs.map(name => ({ name, label: cells[name].label })),
    { name: 'score', label: t('roadmap.editing.table.score'), sort: 'score' },
    ...(['dependsOn', 'milestones', 'labels', 'links'] as const).map(name => ({
      name,
      label: t(`roadmap.editing.fields.${name}`),
    })),
    { name: 'source', label: t('roadmap.editing.table.source') },
  ];
  const onSort = (by: SortBy) => {
    const descending = sort.by === by && !sort.descending;
    // The third press gives the order of the roadmap back.
    const next =
      sort.by === by && sort.descending
        ? { by: 'place' as const, descending: false }
        : { by, descending };
    url.patch({ sort: writeSort(next) }, { replace: true });
  };
  const groupName = (value: string) => {
    const owner = items.find(item => item.owner?.ref === value)?.owner;
    return (
      (group === 'owner' ? owner?.title : undefined) ??
      valueText(group, value, t) ??
      t('roadmap.editing.table.noValue')
    );
  };

  return (
    <>
      <div className={classes.bar}>
        <TextField
          select
          size="small"
          variant="outlined"
          value={group}
          className={classes.select}
          SelectProps={{ native: true }}
          inputProps={{ 'aria-label': t('roadmap.editing.table.group') }}
          onChange={({ target }) =>
            url.patch(
              { group: target.value === 'none' ? undefined : target.value },
              { replace: true },
            )
          }
        >
          {GROUPS.map(value => (
            <option key={value} value={value}>
              {t(`roadmap.editing.table.groups.${value}`)}
            </option>
          ))}
        </TextField>
        {(may.update || may.prioritise) && (
          <span id={hintId} className={classes.hint}>
            {t('roadmap.editing.table.hint')}
          </span>
        )}
      </div>
      {maySelect && (
        <BulkBar items={chosen} onClear={() => setSelected(new Set())} />
      )}
      {/* It scrolls sideways, so the keyboard must be able to reach it. */}
      <Box
        className={classes.frame}
        tabIndex={0}
        role="region"
        onKeyDown={onArrow}
        aria-label={t('roadmap.editing.table.label')}
      >
        <table
          className={classes.table}
          aria-label={t('roadmap.editing.table.label')}
          aria-describedby={may.update ? hintId : undefined}
        >
          <thead>
            <tr>
              {maySelect && (
                <td>
                  <Checkbox
                    size="small"
                    color="primary"
                    checked={allChosen}
                    indeterminate={!allChosen && chosen.length > 0}
                    inputProps={{
                      'aria-label': t('roadmap.editing.table.selectAll'),
                    }}
                    onChange={() =>
                      setSelected(
                        new Set(allChosen ? [] : inSight.map(itemKey)),
                      )
                    }
                  />
                </td>
              )}
              <SortHeader
                title
                by="title"
                label={cells.title.label}
                sort={sort}
                onSort={onSort}
              />
              {heads.map(head => (
                <SortHeader
                  key={head.name}
                  by={head.sort}
                  label={head.label}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
            </tr>
          </thead>
          {shown.map(({ value, items: all, rows }) => (
            <tbody key={value}>
              {group !== 'none' && (
                <tr className={classes.group}>
                  <th
                    scope="rowgroup"
                    colSpan={heads.length + (maySelect ? 2 : 1)}
                  >
                    {t('roadmap.editing.table.groupOf', {
                      value: groupName(value),
                      number: String(all.length),
                    })}
                  </th>
                </tr>
              )}
              {rows.map(item => (
                <TableRow
                  key={itemKey(item)}
                  item={item}
                  cells={cells}
                  inputs={inputs}
                  selected={maySelect ? selected.has(itemKey(item)) : undefined}
                  onSelect={on => {
                    const next = new Set(selected);
                    if (on) {
                      next.add(itemKey(item));
                    } else {
                      next.delete(itemKey(item));
                    }
                    setSelected(next);
                  }}
                />
              ))}
            </tbody>
          ))}
        </table>
      </Box>
      {items.length > inSight.length && (
        <Button
          color="primary"
          onClick={() =>
            url.patch({ rows: String(most + pageSize) }, { replace: true })
          }
        >
          {t('roadmap.editing.table.more', {
            number: String(Math.min(pageSize, items.length - inSight.length)),
          })}
        </Button>
      )}
    </>
  );
}
