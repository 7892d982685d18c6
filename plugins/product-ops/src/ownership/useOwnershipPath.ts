import { useRouteRef } from '@backstage/core-plugin-api';
import { ownershipRouteRef } from '../routes';

/** What the ownership page can be asked for; several values of a name are given one by one. */
type Asked = Record<string, string | string[]>;

/** The address of the ownership page, asked something. */
export function useOwnershipPath(): (asked: Asked) => string {
  const route = useRouteRef(ownershipRouteRef);
  return asked => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(asked)) {
      for (const one of [value].flat()) {
        params.append(name, one);
      }
    }
    return `${route()}?${params}`;
  };
}
