import { useRouteRef } from '@backstage/core-plugin-api';
import { ownershipRouteRef } from '../routes';

/** The address of the ownership page, asked something. */
export function useOwnershipPath(): (asked: Record<string, string>) => string {
  const route = useRouteRef(ownershipRouteRef);
  return asked => `${route()}?${new URLSearchParams(asked)}`;
}
