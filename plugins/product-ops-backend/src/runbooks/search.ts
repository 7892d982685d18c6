import type { RunbookType } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { type EntityFilter, narrowToEntities } from './entityFilter';
import type { StoredRunbook } from './rows';

const MOST_WORDS = 12;
const LONGEST_WORD = 60;
/** What the full text of PostgreSQL leaves out anyway, left out on both databases. */
const STOP_WORDS = new Set(
  'a an and are as at be but by can do for from has have how i if in is it its not of on or so that the then there this to was what when where which why will with you'.split(
    ' ',
  ),
);

/** Of which runbooks the search is. */
export interface RunbookSearchFilter extends EntityFilter {
  type?: readonly RunbookType[];
  /** Only those that are stale on a day, `YYYY-MM-DD`, or only those that are not. */
  stale?: { is: boolean; today: string };
}

/** A runbook that was found. */
export interface FoundRunbook {
  entityRef: string;
  runbook: StoredRunbook;
  /** Whether the text of the search is the name of an alert that it answers. */
  answers: boolean;
  /** Where its text matches, with {@link MATCH_START} and {@link MATCH_END} about what matches. */
  passage?: string;
}

/** A search of the text of runbooks. */
export interface RunbookTextSearch {
  /**
   * One page of the runbooks that match, the best first; all of them by title where the words are none.
   *
   * @param words - of {@link searchWordsOf}
   * @param options - `alert` is the key of an alert: what answers it comes first; `any` asks for any of the words
   */
  find(
    words: readonly string[],
    options: {
      filter: RunbookSearchFilter;
      page: Page;
      alert?: string;
      any?: boolean;
    },
  ): Promise<{ found: FoundRunbook[]; total: number }>;
}

/** Stand about what matches in a passage. No text that was typed has them. */
export const MATCH_START = '\u0002';
export const MATCH_END = '\u0003';

/** The words of a search: of letters and digits, without those that every text has, unless there are no others. */
export function searchWordsOf(text = ''): string[] {
  const words = [
    ...new Set(
      (text.toLocaleLowerCase('en-US').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(
        word => word.slice(0, LONGEST_WORD),
      ),
    ),
  ];
  const telling = words.filter(word => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
}

/** Restricts a query of `runbooks as r` to what the caller may read and asks for. */
export function narrow(
  query: Knex.QueryBuilder,
  knex: Knex,
  filter: RunbookSearchFilter,
): void {
  query.where('r.helper', false);
  if (filter.type?.length) {
    query.whereIn('r.type', [...filter.type]);
  }
  if (filter.stale) {
    const { is, today } = filter.stale;
    query.where('r.stale_from', is ? '<=' : '>', today);
  }
  narrowToEntities(query, knex, {
    ...filter,
    alias: 'r',
    ownOwner: 'r.own_owner',
  });
}
