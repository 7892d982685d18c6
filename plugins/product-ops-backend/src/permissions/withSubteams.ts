import { RELATION_PARENT_OF } from '@backstage/catalog-model';
import type { DirectoryStore } from '../directory/types';
import type { VisibleFilter } from './types';

/**
 * Teams and all teams below them, only through teams that the caller may read: who owns what below a hidden one would
 * tell that it is there. A circle ends where it began.
 */
export async function withSubteams(
  teams: readonly string[],
  options: {
    directory: Pick<DirectoryStore, 'getRelationsOfMany' | 'getReachable'>;
    /** What of all entities the caller may read. */
    visible: VisibleFilter;
  },
): Promise<string[]> {
  const { directory, visible } = options;
  if (visible === 'all') {
    return [...(await directory.getReachable(teams, RELATION_PARENT_OF))];
  }
  const readable = new Set(visible === 'none' ? [] : visible);
  const found = new Set(teams);
  let level = [...found];
  while (level.length > 0) {
    const relations = await directory.getRelationsOfMany(
      level.filter(team => readable.has(team)),
      { types: [RELATION_PARENT_OF] },
    );
    level = [...relations.values()]
      .flatMap(ofTeam => ofTeam.get(RELATION_PARENT_OF)?.targets ?? [])
      .filter(child => !found.has(child));
    level.forEach(child => found.add(child));
  }
  return [...found];
}
