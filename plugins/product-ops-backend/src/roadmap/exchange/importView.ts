import type {
  ImportRow,
  RoadmapImport,
  RoadmapImportRow,
} from '@productops/backstage-plugin-product-ops-common';
import type { EntityLinks } from '../../overview/EntityLinks';

/** What a preview shows of long texts. */
const SHOWN = 500;

function shortened(
  fields: object | undefined,
): Record<string, unknown> | undefined {
  return (
    fields &&
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' && value.length > SHOWN
          ? `${value.slice(0, SHOWN)}…`
          : value,
      ]),
    )
  );
}

/** A row as the API shows it. Only what a file would have to say is shown whole: it is used to prepare the change. */
export function toRow(row: ImportRow, links: EntityLinks): RoadmapImportRow {
  const { entityRef, itemId, source, version, flags, problems } = row;
  const ofFile = source === 'declared';
  const after = row.after ?? row.fields;
  return {
    row: row.row,
    action: row.action,
    ...(entityRef && { entity: links.link(entityRef) }),
    ...(itemId && { itemId }),
    ...(source && { source }),
    ...(version !== undefined && { version }),
    title: row.title,
    ...(row.before && { before: shortened(row.before) }),
    ...(after && { after: ofFile ? { ...after } : shortened(after) }),
    flags: flags.map(({ path, code, message, expected }) => ({
      row: row.row,
      ...(path.length > 0 && { column: String(path[0]) }),
      code,
      message,
      expected,
    })),
    problems,
  };
}

/** A plan as the API shows it. */
export function toImport(
  rows: RoadmapImportRow[],
  plan: { applicable: boolean; id?: string; expiresAt?: Date },
): RoadmapImport {
  const counts = { create: 0, change: 0, unchanged: 0, problem: 0 };
  rows.forEach(({ action }) => {
    counts[action] += 1;
  });
  return {
    ...(plan.id && { id: plan.id }),
    ...(plan.expiresAt && { expiresAt: plan.expiresAt.toISOString() }),
    counts,
    applicable: plan.applicable,
    rows,
  };
}
