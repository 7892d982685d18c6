import type { Knex } from 'knex';

/** Whether the database is PostgreSQL; else it is SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * The condition that a text column has one of many values, as one parameter: neither database limits
 * the number of values then, and the statement stays the same, so that its plan can be reused.
 */
export function inList(
  knex: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?::text[])', [column, [...values]])
    : knex.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}

/** Cuts a list into pieces of at most a size. */
export function chunksOf<T>(values: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < values.length; at += size) {
    chunks.push(values.slice(at, at + size));
  }
  return chunks;
}

/** What a timestamp column gives (a date, milliseconds or a text, by database) as a date. */
export function toDate(
  value: Date | string | number | null | undefined,
): Date | undefined {
  if (value === null || value === undefined) {
    return undefined;
  }
  return value instanceof Date ? value : new Date(value);
}

/** A row without NUL characters in its texts: PostgreSQL refuses the whole row for one of them. */
export function withoutNul<Row extends object>(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ]),
  ) as Row;
}
