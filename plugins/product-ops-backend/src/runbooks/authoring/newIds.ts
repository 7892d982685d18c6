import { runbookIdFromTitle } from '@productops/backstage-plugin-product-ops-common';

/** The file name that a text is read under before it has an id: nobody calls a runbook so. */
export const NAMELESS = 'a-runbook-that-has-no-name-yet';
/** So many runbooks of one title are told apart by a number. */
const SAME_TITLES = 50;

/** The ids that a new runbook may have, the best first: the one that its text names, or some after its title. */
export function newIdsOf({ id, title }: { id: string; title: string }) {
  if (id !== NAMELESS) {
    return [id];
  }
  const base = runbookIdFromTitle(title);
  const numbered = Array.from(
    { length: SAME_TITLES },
    (_, index) => `${base}-${index + 2}`,
  );
  return [base, ...numbered];
}
