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
import type { StoredRoadmapItem } from './rows';

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

/** An item with what it waits for. */
export type ShownItem = Omit<StoredRoadmapItem, 'dependsOn'> &
  Pick<ResolvedRoadmapItem, 'dependsOn'>;

/** One text for one item among those of an entity, whose ids may be the same in a file and in the portal. */
export function keyOf(item: Pick<StoredRoadmapItem, 'source' | 'id'>): string {
  return `${item.source}/${item.id}`;
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

/** All entities that items name: owners, those of the items they wait for, and who wrote them. */
export function refsOf(items: readonly StoredRoadmapItem[]): Set<string> {
  const refs = new Set<string>();
  for (const { owner, dependsOn, createdBy, changedBy } of items) {
    for (const ref of [owner, createdBy, changedBy]) {
      if (ref) {
        refs.add(ref);
      }
    }
    for (const { entity } of dependsOn) {
      if (entity) {
        refs.add(entity);
      }
    }
  }
  return refs;
}

/** Those whose id is theirs alone, and the declared ones of those with one id: what is declared is in force. */
export function inForce<T extends Pick<StoredRoadmapItem, 'source' | 'id'>>(
  items: readonly T[],
): T[] {
  const declared = new Set(
    items.filter(({ source }) => source === 'declared').map(({ id }) => id),
  );
  return items.filter(
    ({ source, id }) => source === 'declared' || !declared.has(id),
  );
}

/** Items with what they wait for, as far as the caller may know it. */
export function resolveItems(
  items: readonly StoredRoadmapItem[],
  { entity, links, targets }: RoadmapViewOptions,
): ShownItem[] {
  const find = (ref: string, id: string) =>
    links.known(ref) ? targets.get(itemKey(ref, id)) : undefined;
  // Of two with one id, the last one is what others wait for.
  const ordered = [
    ...items.filter(({ source }) => source !== 'declared'),
    ...items.filter(({ source }) => source === 'declared'),
  ];
  const resolved = resolveDependencies(ordered, {
    entityRef: entity.ref,
    find,
  });
  const dependencies = new Map(
    resolved.map(({ dependsOn }, index) => [ordered[index], dependsOn]),
  );
  return items.map(item => ({
    ...item,
    dependsOn: dependencies.get(item) ?? [],
  }));
}

/** What is wrong with each item, by {@link keyOf}. */
export function attentionOfItems(
  items: readonly ShownItem[],
  { entity, links, today, categories }: RoadmapViewOptions,
): Map<string, ScopedAttentionItem[]> {
  const options = {
    today,
    categories,
    goals: entity.facts.goals?.map(({ id }) => id),
    knownEntity: (ref: string) => links.known(ref),
    entityRef: entity.ref,
  };
  const first = inForce(items);
  const ofFirst = roadmapAttention(first, options);
  const found = new Map(
    first.map(item => [keyOf(item), ofFirst.get(item.id) ?? []]),
  );
  for (const item of items) {
    if (!found.has(keyOf(item))) {
      const twice = sameId(item);
      found.set(keyOf(item), [
        twice,
        ...(roadmapAttention([item], options).get(item.id) ?? []),
      ]);
      const declared = keyOf({ source: 'declared', id: item.id });
      found.set(declared, [twice, ...(found.get(declared) ?? [])]);
    }
  }
  return found;
}

function sameId({ id }: ShownItem): ScopedAttentionItem {
  return {
    id: `roadmap/${id}/same-id`,
    subject: 'roadmap',
    severity: 'warning',
    title: `The file has taken the id "${id}" of an item that was made in the portal.`,
    detail:
      'Both are kept. What others wait for is the one of the file: give it another id there, or drop the other one.',
    action: { label: 'Open the roadmap', tab: 'roadmap' },
    scope: 'self',
  };
}

/** An item as the API shows it. */
export function toRoadmapItem(
  item: ShownItem,
  attention: readonly ScopedAttentionItem[] | undefined,
  options: RoadmapViewOptions,
): RoadmapItem {
  const { links, categories = DEFAULT_CATEGORIES, source: file } = options;
  const {
    origin: _origin,
    archived: _archived,
    owner,
    dependsOn,
    line,
    createdBy,
    createdAt,
    changedBy,
    changedAt,
    ...rest
  } = item;
  const declared = item.source === 'declared';
  return {
    ...rest,
    categoryKnown:
      item.category === undefined || categories.includes(item.category),
    ...(owner && { owner: links.link(owner) }),
    dependsOn: dependsOn.map(({ entity, ...dependency }) => ({
      ...dependency,
      ...(entity && { entity: links.link(entity) }),
    })),
    ...(declared && { line }),
    ...(declared && file?.url && { sourceUrl: lineUrl(file.url, line) }),
    ...(createdBy && { createdBy: links.link(createdBy) }),
    ...(createdAt && { createdAt: createdAt.toISOString() }),
    ...(changedBy && { changedBy: links.link(changedBy) }),
    ...(changedAt && { changedAt: changedAt.toISOString() }),
    attention: withoutScope(attention ?? []),
  };
}

/** The place of a line, for hosts that take it behind the URL of a file. */
function lineUrl(url: string, line: number): string {
  return url.includes('?') || url.includes('#') ? url : `${url}#L${line}`;
}
