import type { Knex } from 'knex';
import { inList } from '../database/sql';
import type { VisibleFilter } from './types';

/** Leaves of a query what is of entities that the caller may read. */
export function onlyVisible(
  knex: Knex,
  query: Knex.QueryBuilder,
  options: {
    /** The column of the refs. */
    column: string;
    visible: VisibleFilter;
  },
): void {
  const { column, visible } = options;
  if (visible !== 'all') {
    query.where(inList(knex, column, visible === 'none' ? [] : visible));
  }
}
