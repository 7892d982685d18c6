import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ConflictIcon from '@material-ui/icons/Warning';
import type {
  PlanItem,
  PlanPage,
} from '@productops/backstage-plugin-product-ops-common';
import {
  type Column,
  EntityName,
  line,
  mutedInk,
  OnDate,
  quietSurface,
  SortingHeads,
  Tag,
} from '../../components';
import { useText } from '../../useText';
import { statusTone } from '../words';
import type { OpenItem } from './openItems';
import { type PlanSort, SORTS } from './usePlanQuery';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // On a small screen it scrolls here, not the page.
    scroll: {
      overflowX: 'auto',
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      minWidth: 900,
      fontSize: '0.87rem',
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: theme.spacing(0.9, 1.25),
        borderBottom: `1px solid ${line(theme)}`,
      },
      '& tbody:last-child tr:last-child > *': { borderBottom: 'none' },
      '& thead th': { color: mutedInk(theme), fontSize: '0.8rem' },
      '& tbody th': { fontWeight: 700, minWidth: 180 },
    },
    group: {
      background: quietSurface(theme),
      '& span': { color: mutedInk(theme), fontWeight: 400 },
    },
    title: {
      padding: 0,
      minWidth: 0,
      textAlign: 'left',
      fontSize: 'inherit',
      fontWeight: 700,
      lineHeight: 1.35,
    },
    nowrap: { whiteSpace: 'nowrap' },
    conflicts: { display: 'flex', flexWrap: 'wrap', gap: 4 },
  }),
  { name: 'ProductOpsPlanTable' },
);

/** The items of a page one below the other, group by group; headings sort. */
export function PlanTable(props: {
  page: PlanPage;
  sort: PlanSort;
  onSort: (sort: PlanSort) => void;
  onOpen: (item: OpenItem) => void;
}) {
  const { page, sort, onSort, onOpen } = props;
  const classes = useStyles();
  const t = useText();
  const entities = new Map(
    page.entities.map(({ ref, entity }) => [ref, entity]),
  );
  const label = t('roadmap.plan.table.label');
  const columns: Column[] = [
    { name: t('roadmap.plan.table.item'), by: 'title' },
    { name: t('roadmap.plan.table.entity') },
    { name: t('roadmap.status') },
    { name: t('roadmap.horizon') },
    { name: t('roadmap.plan.table.start'), by: 'start' },
    { name: t('roadmap.plan.table.end'), by: 'end' },
    { name: t('roadmap.category') },
    { name: t('roadmap.owner') },
    { name: t('roadmap.plan.table.score'), by: 'score' },
    { name: t('roadmap.plan.table.conflicts') },
  ];
  const row = (item: PlanItem) => {
    const entity = entities.get(item.entityRef);
    return (
      <tr key={`${item.source}/${item.id}@${item.entityRef}`}>
        <th scope="row">
          <Button
            className={classes.title}
            disableRipple
            onClick={() => onOpen(item)}
          >
            {item.title}
          </Button>
        </th>
        <td>{entity ? <EntityName entity={entity} /> : item.entityRef}</td>
        <td className={classes.nowrap}>
          <Tag tone={statusTone(item.status)}>
            {t(`roadmap.statuses.${item.status}`)}
          </Tag>
        </td>
        <td>{item.horizon ? t(`roadmap.horizons.${item.horizon}`) : '—'}</td>
        <td className={classes.nowrap}>
          {item.start ? <OnDate value={item.start} /> : '—'}
        </td>
        <td className={classes.nowrap}>
          {item.end ? <OnDate value={item.end} /> : '—'}
        </td>
        <td>{item.category ?? '—'}</td>
        <td>{item.owner ? <EntityName entity={item.owner} /> : '—'}</td>
        <td>
          {item.score?.value?.toLocaleString(undefined, {
            maximumFractionDigits: 1,
          }) ?? '—'}
        </td>
        <td>
          <span className={classes.conflicts}>
            {item.conflicts.map(kind => (
              <Tag key={kind} tone="bad" icon={<ConflictIcon aria-hidden />}>
                {t(`roadmap.plan.conflicts.kinds.${kind}`)}
              </Tag>
            ))}
          </span>
        </td>
      </tr>
    );
  };
  return (
    <Paper
      elevation={0}
      className={classes.scroll}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className={classes.table} aria-label={label}>
        <SortingHeads
          columns={columns}
          sort={sort}
          sorts={SORTS}
          onSort={onSort}
        />
        {page.groups.map(group => (
          <tbody key={group.id}>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={columns.length}>
                {group.title}{' '}
                <span>{t('roadmap.count', { count: group.count })}</span>
              </th>
            </tr>
            {page.items.filter(item => item.group === group.id).map(row)}
          </tbody>
        ))}
      </table>
    </Paper>
  );
}
