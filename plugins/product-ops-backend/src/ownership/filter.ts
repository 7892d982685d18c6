import type { OwnedEntity, OwnershipFilter } from './types';

const NONE = 'none';

/** Whether entities pass a filter; nothing when it lets all pass. */
export function filterOf(
  filter: OwnershipFilter,
): ((entity: OwnedEntity) => boolean) | undefined {
  const tests: Array<(entity: OwnedEntity) => boolean> = [];
  const add = (
    wanted: readonly string[] | undefined,
    valueOf: (entity: OwnedEntity) => string | undefined,
  ) => {
    if (wanted?.length) {
      const values = new Set(wanted);
      tests.push(entity => values.has(valueOf(entity) ?? NONE));
    }
  };
  add(
    filter.kind?.map(kind => kind.toLocaleLowerCase('en-US')),
    ({ kind }) => kind,
  );
  add(filter.type, ({ type }) => type);
  add(filter.stage, ({ stage }) => stage);
  add(filter.tier, ({ tier }) => tier?.toString());
  return tests.length > 0
    ? entity => tests.every(test => test(entity))
    : undefined;
}
