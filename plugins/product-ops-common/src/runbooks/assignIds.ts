import type { DocumentError } from '../api/types';
import type { ParsedRunbook } from './types';

/** An id from a whole path, cut from the front, where paths are most alike. */
function idFromPath(path: string): string {
  const id = path
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-90)
    .replace(/^[^A-Za-z0-9]+/, '');
  return id || 'runbook';
}

/**
 * Gives each runbook of one entity an id of its own.
 *
 * @remarks
 *
 * Where several files come to the same id, the first in the order of their paths keeps it. The others
 * stay reachable under an id made from their whole path, and are reported. Ids that differ only in case
 * are different.
 *
 * @returns the runbooks in the order of their paths, and an error (`duplicate-id`) for each file that had
 *   to give way
 *
 * @public
 */
export function assignRunbookIds(runbooks: readonly ParsedRunbook[]): {
  runbooks: ParsedRunbook[];
  errors: DocumentError[];
} {
  const sorted = [...runbooks].sort((a, b) => {
    if (a.path === b.path) {
      return 0;
    }
    return a.path < b.path ? -1 : 1;
  });
  const owners = new Map<string, string>();
  sorted.forEach(({ id, path }) => {
    if (!owners.has(id)) {
      owners.set(id, path);
    }
  });
  const taken = new Set(owners.keys());
  const given = new Set<string>();
  const errors: DocumentError[] = [];
  const assigned = sorted.map(runbook => {
    if (!given.has(runbook.id)) {
      given.add(runbook.id);
      return runbook;
    }
    const base = idFromPath(runbook.path);
    let id = base;
    for (let count = 2; taken.has(id); count += 1) {
      id = `${base}-${count}`;
    }
    taken.add(id);
    errors.push({
      code: 'duplicate-id',
      message: `The runbook id "${runbook.id}" is there twice: ${owners.get(
        runbook.id,
      )} keeps it, ${runbook.path} is shown as "${id}".`,
      file: runbook.path,
      line: 1,
      column: 1,
      expected: 'an id of its own: set "id" in the front matter',
    });
    return { ...runbook, id };
  });
  return { runbooks: assigned, errors };
}
