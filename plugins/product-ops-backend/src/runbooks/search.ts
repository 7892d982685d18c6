import type { RunbookType } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { inList } from '../database/sql';
import type { VisibleFilter } from '../permissions/types';
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
export interface RunbookSearchFilter {
  visible: VisibleFilter;
  type?: readonly RunbookType[];
  /** The full ref of a product: what it is and what is part of it. */
  product?: string;
  /** The full refs of owners: of runbooks, or of the entities of those that name none. */
  owners?: readonly string[];
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
  const { visible, type, product, owners, stale } = filter;
  query.where('r.helper', false);
  if (visible !== 'all') {
    query.where(
      inList(knex, 'r.entity_ref', visible === 'none' ? [] : visible),
    );
  }
  if (type?.length) {
    query.whereIn('r.type', [...type]);
  }
  if (stale) {
    query.where('r.stale_from', stale.is ? '<=' : '>', stale.today);
  }
  // What is not in the catalog any more cannot be read by anybody.
  query.whereExists(
    knex('directory_entities as e')
      .select(knex.raw('1'))
      .whereRaw('e.entity_ref = r.entity_ref')
      .modify(of => {
        if (owners) {
          of.where(any =>
            any
              .where(inList(knex, 'r.own_owner', owners))
              .orWhere(theirs =>
                theirs
                  .whereNull('r.own_owner')
                  .where(inList(knex, 'e.owner_ref', owners)),
              ),
          );
        }
        if (product) {
          of.where(any =>
            any
              .where('e.entity_ref', product)
              .orWhere('e.product_ref', product)
              .orWhereExists(
                knex('directory_relations as p')
                  .select(knex.raw('1'))
                  .whereRaw('p.source_ref = e.entity_ref')
                  .where({ 'p.type': 'partOf', 'p.target_ref': product }),
              ),
          );
        }
      }),
  );
}
