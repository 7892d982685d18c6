/**
 * So many siblings at the far end of the ownership graph stand below each other; more stand two to a row, so that they
 * are seen at a glance. Backend and page have to agree: the one opens what the other has room for.
 *
 * @public
 */
export const OWNERSHIP_SIBLINGS_IN_COLUMN = 4;
