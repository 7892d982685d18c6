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
import { precedenceOf, type StoredRoadmapItem } from './rows';

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
  /** What other systems are called, by the id of their source. */
  titles?: ReadonlyMap<string, string>;
}

/** An item with what it waits for. */
export type ShownItem = Omit<StoredRoadmapItem, 'dependsOn'> &
  Pick<ResolvedRoadmapItem, 'dependsOn'>;

/** One text for one item among those of an entity, whose ids may be the same in several sources. */
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

/** Those whose id is theirs alone, and of those with one id the one in force: the declared one, else the recorded one. */
export function inForce<T extends Pick<StoredRoadmapItem, 'source' | 'id'>>(
  items: readonly T[],
): T[] {
  const first = firstOfId(items);
  return items.filter(item => first.get(item.id) === item);
}

/** The item that an id stands for. */
function firstOfId<T extends Pick<StoredRoadmapItem, 'source' | 'id'>>(
  items: readonly T[],
): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) {
    const other = first.get(item.id);
    if (!other || precedenceOf(item.source) < precedenceOf(other.source)) {
      first.set(item.id, item);
    }
  }
  return first;
}

/** Items with what they wait for, as far as the caller may know it. */
export function resolveItems(
  items: readonly StoredRoadmapItem[],
  { entity, links, targets }: RoadmapViewOptions,
): ShownItem[] {
  const find = (ref: string, id: string) =>
    links.known(ref) ? targets.get(itemKey(ref, id)) : undefined;
  // Of several with one id, the last one is what others wait for.
  const first = inForce(items);
  const inFirst = new Set(first);
  const ordered = [...items.filter(item => !inFirst.has(item)), ...first];
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
  const meant = firstOfId(items);
  for (const item of items) {
    if (!found.has(keyOf(item))) {
      const inPlace = meant.get(item.id) ?? item;
      const twice = sameId(item, inPlace);
      found.set(keyOf(item), [
        twice,
        ...(roadmapAttention([item], options).get(item.id) ?? []),
      ]);
      found.set(keyOf(inPlace), [twice, ...(found.get(keyOf(inPlace)) ?? [])]);
    }
  }
  return found;
}

function sameId(
  { id, source }: ShownItem,
  inPlace: ShownItem,
): ScopedAttentionItem {
  if (source !== 'recorded' || inPlace.source !== 'declared') {
    return {
      id: `roadmap/${id}/same-id`,
      subject: 'roadmap',
      severity: 'warning',
      title: `The id "${id}" is that of another item here too.`,
      detail: `Both are kept. What others wait for is the one that is ${
        inPlace.source === 'declared' || inPlace.source === 'recorded'
          ? inPlace.source
          : `from ${inPlace.source}`
      }.`,
      action: { label: 'Open the roadmap', tab: 'roadmap' },
      scope: 'self',
    };
  }
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
  const {
    links,
    categories = DEFAULT_CATEGORIES,
    source: file,
    titles,
  } = options;
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
    url,
    ...rest
  } = item;
  const declared = item.source === 'declared';
  const title = titles?.get(item.source);
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
    ...(url && { sourceUrl: url }),
    ...(title && { sourceTitle: title }),
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
