import type { Knex } from 'knex';
import { isPostgres } from '../../database/sql';
import type { KeyValue, ProductSort } from './types';

/** One expression that products are sorted by; together the keys of a sort tell any two products apart. */
export interface SortKey {
  /** SQL over `e` (the entity) and `s` (its summary); the migration has an index over the same text. */
  sql: string;
  type: 'number' | 'text';
  descending?: boolean;
}

const TIES: SortKey[] = [
  { sql: 'e.sort_title', type: 'text' },
  { sql: 'e.entity_ref', type: 'text' },
];

// What is absent comes last, on both databases alike.
const KEYS: Record<string, SortKey[]> = {
  title: [TIES[0]],
  stage: [{ sql: 'coalesce(e.stage_rank, 1000000)', type: 'number' }],
  tier: [{ sql: 'coalesce(e.tier, 9)', type: 'number' }],
  owner: [
    {
      sql: 'case when e.owner_ref is null then 1 else 0 end',
      type: 'number',
    },
    { sql: `coalesce(e.owner_ref, '')`, type: 'text' },
  ],
  type: [
    { sql: 'case when e.type is null then 1 else 0 end', type: 'number' },
    { sql: `coalesce(e.type, '')`, type: 'text' },
  ],
  attention: [
    {
      sql: 'coalesce(s.attention_rank, 0)',
      type: 'number',
      descending: true,
    },
    {
      sql: 'coalesce(s.attention_count, 0)',
      type: 'number',
      descending: true,
    },
  ],
};

/** The keys of a sort: those of its subject, reversed by a minus, then title and ref. */
export function sortKeysOf(sort: ProductSort): SortKey[] {
  const reversed = sort.startsWith('-');
  const subject = reversed ? sort.slice(1) : sort;
  const keys = KEYS[subject].map(key =>
    reversed ? { ...key, descending: !key.descending } : key,
  );
  return [...keys, ...TIES.slice(subject === 'title' ? 1 : 0)];
}

// By the code of characters on both databases: PostgreSQL would else sort by the language of the machine.
function collated(knex: Knex, { sql, type }: SortKey): string {
  return type === 'text' && isPostgres(knex) ? `${sql} collate "C"` : sql;
}

/** The order of the keys, or the opposite one. */
export function orderBy(
  knex: Knex,
  keys: readonly SortKey[],
  backwards: boolean,
): string {
  return keys
    .map(
      key =>
        `${collated(knex, key)} ${
          Boolean(key.descending) === backwards ? 'asc' : 'desc'
        }`,
    )
    .join(', ');
}

/** The condition that a row comes after the one with these values, in the order of the keys or the opposite one. */
export function comesAfter(
  knex: Knex,
  keys: readonly SortKey[],
  values: readonly KeyValue[],
  backwards: boolean,
): Knex.Raw {
  const alternatives: string[] = [];
  const bindings: KeyValue[] = [];
  keys.forEach((key, at) => {
    const operator = Boolean(key.descending) === backwards ? '>' : '<';
    const equal = keys
      .slice(0, at)
      .map(previous => `${collated(knex, previous)} = ?`);
    alternatives.push(
      [...equal, `${collated(knex, key)} ${operator} ?`].join(' and '),
    );
    bindings.push(...values.slice(0, at + 1));
  });
  // Said once more in the plainest way, so that an index over the first key is entered at the right place.
  const first = `${collated(knex, keys[0])} ${
    Boolean(keys[0].descending) === backwards ? '>=' : '<='
  } ?`;
  return knex.raw(`(${first} and ((${alternatives.join(') or (')})))`, [
    values[0],
    ...bindings,
  ]);
}
