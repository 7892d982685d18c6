import {
  DEFAULT_CATEGORIES,
  resolveDependencies,
  roadmapAttention,
  withoutScope,
  type DeclaredRoadmapItem,
  type DependencyTarget,
  type ResolvedRoadmapItem,
  type RoadmapItem,
  type ScopedAttentionItem,
  type Source,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../directory/types';
import type { EntityLinks } from '../overview/EntityLinks';
import { itemKey, type ItemRef } from './RoadmapStore';

/** What every answer about items needs beside them. */
export interface RoadmapViewOptions {
  entity: DirectoryEntity;
  links: EntityLinks;
  /** Items of other roadmaps, by {@link itemKey}. */
  targets: ReadonlyMap<string, DependencyTarget>;
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  categories?: readonly string[];
  source?: Source;
}

/** The items of other entities that items wait for. */
export function targetsOf(items: readonly DeclaredRoadmapItem[]): ItemRef[] {
  const found = new Map<string, ItemRef>();
  for (const { dependsOn } of items) {
    for (const { entity, id } of dependsOn) {
      if (entity) {
        found.set(itemKey(entity, id), { entityRef: entity, id });
      }
    }
  }
  return [...found.values()];
}

/** All entities that items name: owners, and those of the items they wait for. */
export function refsOf(items: readonly DeclaredRoadmapItem[]): Set<string> {
  const refs = new Set<string>();
  for (const { owner, dependsOn } of items) {
    if (owner) {
      refs.add(owner);
    }
    for (const { entity } of dependsOn) {
      if (entity) {
        refs.add(entity);
      }
    }
  }
  return refs;
}

/** Items with what they wait for, as far as the caller may know it. */
export function resolveItems(
  items: readonly DeclaredRoadmapItem[],
  { entity, links, targets }: RoadmapViewOptions,
): ResolvedRoadmapItem[] {
  return resolveDependencies(items, {
    entityRef: entity.ref,
    find: (ref, id) =>
      links.known(ref) ? targets.get(itemKey(ref, id)) : undefined,
  });
}

/** What is wrong with each item, by its id. */
export function attentionOfItems(
  items: readonly ResolvedRoadmapItem[],
  { entity, links, today, categories }: RoadmapViewOptions,
): Map<string, ScopedAttentionItem[]> {
  return roadmapAttention(items, {
    today,
    categories,
    goals: entity.facts.goals?.map(({ id }) => id),
    knownEntity: ref => links.known(ref),
    entityRef: entity.ref,
  });
}

/** An item as the API shows it. */
export function toRoadmapItem(
  item: ResolvedRoadmapItem,
  attention: readonly ScopedAttentionItem[] | undefined,
  options: RoadmapViewOptions,
): RoadmapItem {
  const { links, categories = DEFAULT_CATEGORIES, source } = options;
  const { origin: _, owner, dependsOn, ...rest } = item;
  return {
    ...rest,
    categoryKnown:
      item.category === undefined || categories.includes(item.category),
    ...(owner && { owner: links.link(owner) }),
    dependsOn: dependsOn.map(({ entity, ...dependency }) => ({
      ...dependency,
      ...(entity && { entity: links.link(entity) }),
    })),
    ...(source?.url && { sourceUrl: lineUrl(source.url, item.line) }),
    attention: withoutScope(attention ?? []),
  };
}

/** The place of a line, for hosts that take it behind the URL of a file. */
function lineUrl(url: string, line: number): string {
  return url.includes('?') || url.includes('#') ? url : `${url}#L${line}`;
}
