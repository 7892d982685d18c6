import { useRouteRef } from '@backstage/core-plugin-api';
import { ownershipRouteRef } from '../routes';

/** What the ownership page can be asked for; several values of a name are given one by one. */
export type Asked = Record<string, string | string[] | undefined>;

/** A portal may show the tab and leave the page out: then there is no way to it, and no reason to fail. */
function useOwnershipRoute(): (() => string) | undefined {
  try {
    return useRouteRef(ownershipRouteRef);
  } catch {
    return undefined;
  }
}

/** The address of the ownership page, asked something; nothing where the portal has no such page. */
export function useOwnershipPath(): (asked: Asked) => string | undefined {
  const route = useOwnershipRoute();
  return asked => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(asked)) {
      for (const one of [value ?? []].flat()) {
        params.append(name, one);
      }
    }
    return route && `${route()}?${params}`;
  };
}
