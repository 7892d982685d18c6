import type { Standing, Standings } from './assess';
import type { ProfileRow, ReadinessRow } from './ReadinessStore';

/** Readiness of each check, over all entities of which it is demanded. */
export function byCheck(
  profiles: readonly ProfileRow[],
  standings: ReadonlyMap<string, Standings>,
): ReadinessRow[] {
  const rows = new Map<string, ReadinessRow>();
  for (const { profile, entities } of profiles) {
    for (const [check, standing] of standings.get(profile) ?? []) {
      add(rows, check, standing, entities);
    }
  }
  return [...rows.values()];
}

/** Readiness of groups for one check, over the entities of which it is demanded. */
export function forCheck(
  profiles: readonly ProfileRow[],
  standings: ReadonlyMap<string, Standings>,
  check: string,
): ReadinessRow[] {
  const rows = new Map<string, ReadinessRow>();
  for (const { value, profile, entities } of profiles) {
    const standing = standings.get(profile)?.get(check);
    if (standing) {
      add(rows, value, standing, entities);
    }
  }
  return [...rows.values()];
}

/** All entities together, each of them once. */
export function totalOf(
  profiles: readonly ProfileRow[],
  standings: ReadonlyMap<string, Standings>,
): ReadinessRow {
  const rows = new Map<string, ReadinessRow>();
  let entities = 0;
  let ready = 0;
  for (const row of profiles) {
    const all = [...(standings.get(row.profile)?.values() ?? [])].filter(
      ({ demanded }) => demanded,
    );
    all.forEach(standing => add(rows, '', standing, row.entities));
    entities += row.entities;
    if (
      all.every(({ standing }) => standing !== 'failed' && standing !== 'open')
    ) {
      ready += row.entities;
    }
  }
  return { ...(rows.get('') ?? empty('')), entities, ready };
}

/** All groups together. */
export function sumOf(rows: readonly ReadinessRow[]): ReadinessRow {
  const sum = empty('');
  for (const row of rows) {
    for (const name of Object.keys(sum) as Array<keyof ReadinessRow>) {
      if (name !== 'value') {
        sum[name] += row[name];
      }
    }
  }
  return sum;
}

/** The order of groups, alike to that of the store. */
export function lacksMostFirst(a: ReadinessRow, b: ReadinessRow): number {
  return (
    b.failed + b.open - (a.failed + a.open) ||
    b.entities - a.entities ||
    (a.value < b.value ? -1 : 1)
  );
}

function add(
  rows: Map<string, ReadinessRow>,
  value: string,
  { standing, demanded }: Standing,
  entities: number,
) {
  if (!demanded) {
    return;
  }
  const row = rows.get(value) ?? empty(value);
  rows.set(value, row);
  row[standing] += entities;
  row.entities += entities;
  if (standing !== 'notApplicable') {
    row.demanded += entities;
  }
  if (standing !== 'failed' && standing !== 'open') {
    row.ready += entities;
  }
}

function empty(value: string): ReadinessRow {
  return {
    value,
    entities: 0,
    ready: 0,
    demanded: 0,
    passed: 0,
    failed: 0,
    open: 0,
    waived: 0,
    notApplicable: 0,
  };
}
