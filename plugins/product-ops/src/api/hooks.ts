import { useApi } from '@backstage/core-plugin-api';
import type {
  ListProductsQuery,
  ListRoadmapItemsQuery,
  ListRunbooksQuery,
  ProductOpsStatus,
  Source,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';

/** How often a page looks again while a declared file waits to be read for the first time. */
const PENDING_POLL_MS = 3_000;

/** How often an empty portfolio looks again: its first product may be registered this minute. */
const EMPTY_POLL_MS = 10_000;

/** When to look again, where declared files may be waiting to be read. */
export function pollWhilePending(
  sources: Source[] | undefined,
): number | false {
  return sources?.some(source => source.state === 'pending')
    ? PENDING_POLL_MS
    : false;
}

/** What was shown of an entity stays while more is asked of the same one, and goes with the entity. */
export function keepDataOf(entityRef: string) {
  return <T>(
    previous: T | undefined,
    query: { queryKey: readonly unknown[] } | undefined,
  ): T | undefined => (query?.queryKey[1] === entityRef ? previous : undefined);
}

/** All behind an entity page, in one request. */
export function useEntityOverview(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['overview', entityRef],
    queryFn: ({ signal }) => api.getEntityOverview(entityRef, { signal }),
    refetchInterval: query => pollWhilePending(query.state.data?.sources),
  });
}

export function useRoadmapItems(
  entityRef: string,
  query: ListRoadmapItemsQuery,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['roadmap', entityRef, query],
    queryFn: ({ signal }) => api.listRoadmapItems(entityRef, query, { signal }),
    placeholderData: keepDataOf(entityRef),
    refetchInterval: state => pollWhilePending(state.state.data?.sources),
  });
}

export function useRunbooks(entityRef: string, query: ListRunbooksQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', entityRef, query],
    queryFn: ({ signal }) => api.listRunbooks(entityRef, query, { signal }),
    placeholderData: keepDataOf(entityRef),
    refetchInterval: state => pollWhilePending(state.state.data?.sources),
  });
}

export function useRunbook(entityRef: string, id: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbook', entityRef, id],
    queryFn: ({ signal }) => api.getRunbook(entityRef, id, { signal }),
  });
}

export function useProducts(query: ListProductsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['products', query],
    queryFn: ({ signal }) => api.listProducts(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: state =>
      state.state.data?.totalItems === 0 ? EMPTY_POLL_MS : false,
  });
}

/**
 * The age of what the pages show; looked at again soon while nothing has been read yet. When the catalog was read
 * since, the products are asked for again before the new age is told, so that the two fit together.
 */
export function useStatus() {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['status'],
    queryFn: async ({ signal, client, queryKey }) => {
      const before = client.getQueryData<ProductOpsStatus>(queryKey);
      const status = await api.getStatus({ signal });
      if (
        before &&
        before.directory.refreshedAt !== status.directory.refreshedAt
      ) {
        await client.invalidateQueries({ queryKey: ['products'] });
      }
      return status;
    },
    refetchInterval: query =>
      query.state.data?.directory.state === 'empty' ? PENDING_POLL_MS : false,
  });
}
