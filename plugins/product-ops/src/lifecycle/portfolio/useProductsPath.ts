import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';

/** The address of the Products page, asked something. */
export function useProductsPath(): (asked: Record<string, string>) => string {
  const route = useRouteRef(rootRouteRef);
  return asked => `${route()}?${new URLSearchParams(asked)}`;
}
