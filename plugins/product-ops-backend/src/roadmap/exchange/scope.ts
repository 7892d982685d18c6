import type { DirectoryStore } from '../../directory/types';
import type { ExchangeStore } from './ExchangeStore';
import { MAX_SCOPE } from './limits';

const MAX_TEAMS = 500;

/** The entities that a team owns by itself and through its sub-teams: 2,000 at most, the nearest ones. */
export async function ownedBy(
  team: string,
  directory: Pick<DirectoryStore, 'getRelationsOfMany'>,
): Promise<string[]> {
  const owned = new Set<string>();
  const seen = new Set([team]);
  let level = [team];
  while (level.length > 0 && owned.size < MAX_SCOPE) {
    const relations = await directory.getRelationsOfMany(level, {
      types: ['ownerOf', 'parentOf'],
      limit: MAX_SCOPE,
    });
    const next: string[] = [];
    for (const ref of level) {
      const of = relations.get(ref);
      of?.get('ownerOf')?.targets.forEach(target => owned.add(target));
      for (const child of of?.get('parentOf')?.targets ?? []) {
        if (!seen.has(child) && seen.size < MAX_TEAMS) {
          seen.add(child);
          next.push(child);
        }
      }
    }
    level = next;
  }
  return [...owned].slice(0, MAX_SCOPE);
}

/** The entities whose roadmaps a feed is about: what a team owns, and for a goal those with items that work towards it. */
export async function scopeOf(
  { entityRef, goal }: { entityRef: string; goal?: string },
  options: {
    directory: Pick<DirectoryStore, 'getRelationsOfMany'>;
    store: ExchangeStore;
  },
): Promise<string[]> {
  if (goal) {
    const found = await options.store.entitiesTowards(
      `${goal}@${entityRef}`,
      MAX_SCOPE,
    );
    return [...new Set([entityRef, ...found])];
  }
  return entityRef.startsWith('group:')
    ? [entityRef, ...(await ownedBy(entityRef, options.directory))]
    : [entityRef];
}
