import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  roadmapPermissions,
  type ImportRow,
  type RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';
import { chunksOf } from '../../database/sql';
import type { Person, Actors } from '../../permissions/Actors';
import { permissionsFor } from '../commands';
import { MAX_RECORDED } from '../ItemStore';

/** As many as the permission framework takes at once. */
const AT_ONCE = 100;

/** What it takes to write a row. */
function neededFor(row: ImportRow): ResourcePermission[] {
  switch (row.action) {
    case 'create':
      return [roadmapPermissions.create];
    case 'change':
      return permissionsFor(Object.keys(row.patch ?? {}));
    default:
      return [];
  }
}

/** The rows, where those are refused that the person may not write, or for which their roadmap has no room. */
export async function refusals(
  rows: readonly ImportRow[],
  options: { items: readonly RoadmapEntry[]; actor: Person; actors: Actors },
): Promise<ImportRow[]> {
  const { items, actor, actors } = options;
  const asked = new Map<
    string,
    { permission: ResourcePermission; refs: Set<string> }
  >();
  for (const row of rows) {
    for (const permission of neededFor(row)) {
      const { refs } = asked.get(permission.name) ?? { refs: new Set() };
      asked.set(permission.name, {
        permission,
        refs: refs.add(row.entityRef!),
      });
    }
  }
  const granted = new Map<string, Set<string>>();
  for (const [name, { permission, refs }] of asked) {
    const allowed = new Set<string>();
    for (const chunk of chunksOf([...refs], AT_ONCE)) {
      const some = await actors.allowed(permission, chunk, actor);
      some.forEach(ref => allowed.add(ref));
    }
    granted.set(name, allowed);
  }
  const recorded = new Map<string, number>();
  items.forEach(({ entityRef, source }) => {
    if (source === 'recorded') {
      recorded.set(entityRef, (recorded.get(entityRef) ?? 0) + 1);
    }
  });
  return rows.map(row => {
    const missing = neededFor(row).find(
      ({ name }) => !granted.get(name)?.has(row.entityRef!),
    );
    if (missing) {
      return refused(row, {
        column:
          missing.name === roadmapPermissions.prioritise.name
            ? 'effort'
            : 'entity',
        code: 'not-allowed',
        message: `You may not do this with the roadmap of ${row.entityRef}.`,
        expected: `the permission ${missing.name}`,
      });
    }
    if (row.action === 'create') {
      const count = (recorded.get(row.entityRef!) ?? 0) + 1;
      recorded.set(row.entityRef!, count);
      if (count > MAX_RECORDED) {
        return refused(row, {
          column: 'entity',
          code: 'full',
          message: `The roadmap of ${row.entityRef} has as many items as it may have.`,
          expected: `at most ${MAX_RECORDED}`,
        });
      }
    }
    return row;
  });
}

function refused(
  row: ImportRow,
  problem: Omit<ImportRow['problems'][number], 'row'>,
): ImportRow {
  return {
    ...row,
    action: 'problem',
    problems: [{ row: row.row, ...problem }],
  };
}
