import type {
  DeclaredRoadmapItem,
  ResolvedDependency,
  ResolvedRoadmapItem,
} from './types';

/**
 * What a dependency needs to know of an item of another roadmap.
 *
 * @public
 */
export type DependencyTarget = Pick<
  ResolvedDependency,
  'title' | 'status' | 'end'
>;

/**
 * Looks up what each item waits for: in the same roadmap, or in that of another entity.
 *
 * @param items - the items of one roadmap
 * @param options - `entityRef` is the full ref of the roadmap's entity; `find` gives an item of another
 *   entity, or nothing when there is none (or the caller may not know it)
 *
 * @public
 */
export function resolveDependencies(
  items: readonly DeclaredRoadmapItem[],
  options: {
    entityRef: string;
    find?: (entityRef: string, id: string) => DependencyTarget | undefined;
  },
): ResolvedRoadmapItem[] {
  const own = new Map(items.map(item => [item.id, item]));
  return items.map(item => ({
    ...item,
    dependsOn: item.dependsOn.map(dependency => {
      const { ref, id, entity } = dependency;
      const target: DependencyTarget | undefined =
        entity === undefined || entity === options.entityRef
          ? own.get(id)
          : options.find?.(entity, id);
      return {
        ref,
        id,
        ...(entity && { entity }),
        known: target !== undefined,
        ...(target?.title && { title: target.title }),
        ...(target?.status && { status: target.status }),
        ...(target?.end && { end: target.end }),
      };
    }),
  }));
}
