import { z } from 'zod/v4';

/** Entries on a page, in the bounds of the HTTP contract. */
export const pageSize = z.number().int().min(1).max(100).default(20);
