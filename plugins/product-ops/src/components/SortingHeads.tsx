import TableSortLabel from '@material-ui/core/TableSortLabel';

/** A column of a table, by which it can be sorted where `by` is given. */
export interface Column {
  name: string;
  by?: string;
}

/** The heads of a table that sort it: by what they name, and the other way round (`-name`) when pressed again. */
export function SortingHeads<Sort extends string>(props: {
  columns: readonly Column[];
  sort: Sort;
  /** The orders that there are; a head asks for no other. */
  sorts: readonly Sort[];
  onSort: (sort: Sort) => void;
}) {
  const { columns, sort, sorts, onSort } = props;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const toggle = (by: string) => {
    const next = sort === by ? `-${by}` : by;
    onSort(sorts.find(one => one === next) ?? sort);
  };
  return (
    <thead>
      <tr>
        {columns.map(({ name, by }) => {
          const active = by !== undefined && sort.replace('-', '') === by;
          let ariaSort: 'ascending' | 'descending' | undefined;
          if (active) {
            ariaSort = direction === 'asc' ? 'ascending' : 'descending';
          }
          return (
            <th key={name} scope="col" aria-sort={ariaSort}>
              {by ? (
                <TableSortLabel
                  active={active}
                  direction={active ? direction : 'asc'}
                  onClick={() => toggle(by)}
                >
                  {name}
                </TableSortLabel>
              ) : (
                name
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
