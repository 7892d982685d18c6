import type { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ProductOpsApi } from '@productops/backstage-plugin-product-ops-common';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { isWorthRetrying } from './errors';
import { useLiveUpdates } from './useLiveUpdates';

/** What is this young is not asked for again when a page opens. */
const FRESH_MS = 15_000;

// One cache per backend client: the pages and cards of a portal share it, two portals in one process do not.
const clients = new WeakMap<ProductOpsApi, QueryClient>();

function queryClientOf(api: ProductOpsApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: FRESH_MS,
          retry: (count, error) => count < 2 && isWorthRetrying(error),
        },
      },
    });
    clients.set(api, client);
  }
  return client;
}

export function ProductOpsQueryProvider(props: { children: ReactNode }) {
  const api = useApi(productOpsApiRef);
  const client = queryClientOf(api);
  useLiveUpdates(client);
  return (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
}
