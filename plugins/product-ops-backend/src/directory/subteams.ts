import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_PARENT_OF } from '@backstage/catalog-model';
import type { Visibility, VisibleFilter } from '../permissions/types';
import type { DirectoryStore } from './types';

/** A team and all teams below it, only through teams that the caller may read. A circle ends where it began. */
export async function withSubteams(
  owner: string,
  options: {
    directory: DirectoryStore;
    visibility: Visibility;
    visible: VisibleFilter;
    credentials: BackstageCredentials;
  },
): Promise<string[]> {
  const { directory, visibility, visible, credentials } = options;
  const found = new Set([owner]);
  let level = [owner];
  while (level.length > 0) {
    const readable =
      visible === 'all'
        ? level
        : await visibility.filterReadable(level, credentials);
    const relations = await directory.getRelationsOfMany(readable, {
      types: [RELATION_PARENT_OF],
    });
    level = [...relations.values()]
      .flatMap(ofTeam => ofTeam.get(RELATION_PARENT_OF)?.targets ?? [])
      .filter(child => !found.has(child));
    level.forEach(child => found.add(child));
  }
  return [...found];
}
