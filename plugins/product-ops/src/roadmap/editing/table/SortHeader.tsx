import TableSortLabel from '@material-ui/core/TableSortLabel';
import { useText } from '../../../useText';
import type { Sort, SortBy } from './rows';

const ORDER = { true: 'descending', false: 'ascending' } as const;

/** The head of a column, which sorts by it where it can be sorted by. */
export function SortHeader(props: {
  by?: SortBy;
  label: string;
  sort: Sort;
  /** It names the rows. */
  title?: boolean;
  onSort: (by: SortBy) => void;
}) {
  const { by, label, sort, title, onSort } = props;
  const t = useText();
  const active = by !== undefined && sort.by === by;
  return (
    <th
      scope="col"
      data-title={title}
      aria-sort={active ? ORDER[`${sort.descending}`] : undefined}
    >
      {by ? (
        <TableSortLabel
          active={active}
          direction={active && sort.descending ? 'desc' : 'asc'}
          aria-label={t('roadmap.editing.table.sort', { column: label })}
          onClick={() => onSort(by)}
        >
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </th>
  );
}
