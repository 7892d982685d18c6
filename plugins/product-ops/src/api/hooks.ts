import { useApi } from '@backstage/core-plugin-api';
import type {
  ListProductsQuery,
  ListRoadmapItemsQuery,
  ListRunbooksQuery,
  Source,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';

/** How often a page looks again while a declared file waits to be read for the first time. */
const PENDING_POLL_MS = 3_000;

function pollWhilePending(sources: Source[] | undefined): number | false {
  return sources?.some(source => source.state === 'pending')
    ? PENDING_POLL_MS
    : false;
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
    placeholderData: keepPreviousData,
    refetchInterval: state => pollWhilePending(state.state.data?.sources),
  });
}

export function useRunbooks(entityRef: string, query: ListRunbooksQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', entityRef, query],
    queryFn: ({ signal }) => api.listRunbooks(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
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
  });
}

/** The age of what the pages show; looked at again soon while nothing has been read yet. */
export function useStatus() {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => api.getStatus({ signal }),
    refetchInterval: query =>
      query.state.data?.directory.state === 'empty' ? PENDING_POLL_MS : false,
  });
}
