import {
  itemKeyOf,
  type PlanConflict,
  type PlanDependency,
  type PlanEntity,
  type PlanGroup,
  type PlanItem,
  type PlanPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Text } from '../../useText';
import { datesOf } from './dates';
import type { TimelineEntry, TimelineSection } from './timeline/types';

export const keyOf = ({ entityRef, id }: { entityRef: string; id: string }) =>
  itemKeyOf({ entityRef, itemId: id });

/** The items of a plan as a timeline draws them. */
export function entriesOfPlan(
  items: readonly PlanItem[],
  dependencies: readonly PlanDependency[],
  conflicts: readonly PlanConflict[],
  t: Text,
): TimelineEntry[] {
  const waitsFor = new Map<string, PlanDependency[]>();
  dependencies.forEach(dependency => {
    const key = keyOf(dependency.from);
    const known = waitsFor.get(key);
    if (known) {
      known.push(dependency);
    } else {
      waitsFor.set(key, [dependency]);
    }
  });
  const sentences = new Map<string, string>();
  conflicts.forEach(({ kind, title, items: involved }) =>
    involved.forEach((one, index) => {
      // A sentence is about its first item, except where all are in it alike.
      if (index === 0 || kind === 'cycle') {
        const key = `${kind} ${keyOf(one)}`;
        const known = sentences.get(key);
        sentences.set(key, known ? `${known} ${title}` : title);
      }
    }),
  );
  return items.map(item => {
    const key = keyOf(item);
    const own = waitsFor.get(key) ?? [];
    return {
      entityRef: item.entityRef,
      itemId: item.id,
      source: item.source,
      version: item.version,
      title: item.title,
      status: item.status,
      start: item.start,
      end: item.end,
      category: item.category,
      owner: item.owner,
      milestones: item.milestones,
      dependsOn: own.map(({ to }) => keyOf(to)),
      against: own.flatMap(({ to, conflict }) => (conflict ? keyOf(to) : [])),
      conflicts: item.conflicts.map(
        kind =>
          sentences.get(`${kind} ${key}`) ??
          t(`roadmap.plan.conflicts.kinds.${kind}`),
      ),
      group: item.group ?? item.entityRef,
    };
  });
}

function datesOfGroup(
  group: PlanGroup,
  members: readonly PlanEntity[],
  t: Text,
) {
  return members.flatMap(({ entity, dates }) =>
    datesOf(
      dates.map(({ name, date }): [string, string] => [name, date]),
      t,
    )
      // Of many together, only what ends; and whose it is.
      .filter(({ ends }) => ends || entity.ref === group.id)
      .map(date =>
        entity.ref === group.id
          ? date
          : { ...date, label: `${entity.title}: ${date.label}` },
      ),
  );
}

/** The groups of all pages, in their order, with the days of what is in them. */
export function sectionsOfPlan(
  pages: readonly PlanPage[],
  pathOf: (group: PlanGroup) => string | undefined,
  t: Text,
): TimelineSection[] {
  const entities = new Map<string, PlanEntity>();
  const groups = new Map<string, PlanGroup>();
  const members = new Map<string, Set<string>>();
  pages.forEach(page => {
    page.entities.forEach(entity => entities.set(entity.ref, entity));
    page.groups.forEach(group => groups.set(group.id, group));
    page.items.forEach(({ group, entityRef }) => {
      const id = group ?? entityRef;
      members.set(id, (members.get(id) ?? new Set()).add(entityRef));
    });
  });
  return [...groups.values()].map(group => ({
    id: group.id,
    title: group.title,
    subtitle:
      [group.stage?.title, group.owner?.title].filter(Boolean).join(' · ') ||
      undefined,
    to: pathOf(group),
    dates: datesOfGroup(
      group,
      [...(members.get(group.id) ?? [])].flatMap(
        ref => entities.get(ref) ?? [],
      ),
      t,
    ),
  }));
}
