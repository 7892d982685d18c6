import {
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import type { DirectoryStore } from '../../directory/types';

const LEVELS = 5;
const SOME_TEAMS = 200;

/** Whether there are people in groups or the groups below them, found out once for each group. */
export class People {
  readonly #directory: Pick<DirectoryStore, 'getRelationsOfMany'>;
  readonly #groups = new Map<string, { people: boolean; children: string[] }>();

  static create(options: {
    directory: Pick<DirectoryStore, 'getRelationsOfMany'>;
  }): People {
    return new People(options.directory);
  }

  private constructor(directory: Pick<DirectoryStore, 'getRelationsOfMany'>) {
    this.#directory = directory;
  }

  /** Reads some groups, and those below as long as no people are found: a query a level. */
  async load(groupRefs: Iterable<string>): Promise<void> {
    let level = [...new Set(groupRefs)];
    for (let depth = 0; level.length > 0 && depth < LEVELS; depth += 1) {
      const unknown = level.filter(ref => !this.#groups.has(ref));
      const relations = unknown.length
        ? await this.#directory.getRelationsOfMany(unknown, {
            types: [RELATION_HAS_MEMBER, RELATION_PARENT_OF],
            limit: SOME_TEAMS,
          })
        : new Map();
      for (const ref of unknown) {
        const ofGroup = relations.get(ref);
        this.#groups.set(ref, {
          people: (ofGroup?.get(RELATION_HAS_MEMBER)?.total ?? 0) > 0,
          children: ofGroup?.get(RELATION_PARENT_OF)?.targets ?? [],
        });
      }
      level = [
        ...new Set(
          level.flatMap(ref => {
            const group = this.#groups.get(ref);
            return group && !group.people ? group.children : [];
          }),
        ),
      ];
    }
  }

  /** Whether there are people in a group that was loaded, or below it. */
  has(groupRef: string): boolean {
    const seen = new Set<string>();
    let level = [groupRef];
    while (level.length > 0) {
      for (const ref of level) {
        if (this.#groups.get(ref)?.people) {
          return true;
        }
        seen.add(ref);
      }
      level = level
        .flatMap(ref => this.#groups.get(ref)?.children ?? [])
        .filter(ref => !seen.has(ref));
    }
    return false;
  }
}
