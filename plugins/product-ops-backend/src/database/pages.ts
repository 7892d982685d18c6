import { InputError } from '@backstage/errors';
import type { PageInfo } from '@productops/backstage-plugin-product-ops-common';

/** Where a page of a list that is bounded by its entity begins, and how long it is. */
export interface Page {
  offset: number;
  limit: number;
}

/** Reads a cursor of {@link pageInfoOf}. */
export function pageOf(options: { cursor?: string; limit?: number }): Page {
  const limit = options.limit ?? 20;
  if (!options.cursor) {
    return { offset: 0, limit };
  }
  const offset = /^[A-Za-z0-9_-]+$/.test(options.cursor)
    ? Number(
        /^o([0-9]{1,6})$/.exec(
          Buffer.from(options.cursor, 'base64url').toString('utf8'),
        )?.[1] ?? NaN,
      )
    : NaN;
  if (Number.isNaN(offset)) {
    throw new InputError(
      'cursor: this is no cursor of this list; expected the nextCursor or prevCursor of an earlier answer',
    );
  }
  return { offset, limit };
}

/** The cursors to the pages beside this one. */
export function pageInfoOf(page: Page, total: number): PageInfo {
  const cursor = (offset: number) =>
    Buffer.from(`o${offset}`).toString('base64url');
  return {
    ...(page.offset + page.limit < total && {
      nextCursor: cursor(page.offset + page.limit),
    }),
    ...(page.offset > 0 && {
      prevCursor: cursor(Math.max(0, page.offset - page.limit)),
    }),
  };
}

/** The pattern of a `like ... escape '\'` that finds a text anywhere. */
export function containing(text: string): string {
  return `%${text.toLocaleLowerCase('en-US').replace(/[\\%_]/g, '\\$&')}%`;
}
