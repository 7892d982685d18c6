import { useRouteRef } from '@backstage/core-plugin-api';
import { roadmapRouteRef } from '../../routes';

/** A portal may show the tabs and leave the page out: then there is no way to it, and no reason to fail. */
function useRoadmapRoute(): (() => string) | undefined {
  try {
    return useRouteRef(roadmapRouteRef);
  } catch {
    return undefined;
  }
}

/** The address of a goal; nothing where the portal has no roadmap page. */
export function useGoalPath(): (
  entityRef: string,
  id: string,
) => string | undefined {
  const route = useRoadmapRoute();
  return (entityRef, id) =>
    route &&
    `${route()}?${new URLSearchParams({
      view: 'goals',
      of: entityRef,
      goal: id,
    })}`;
}
