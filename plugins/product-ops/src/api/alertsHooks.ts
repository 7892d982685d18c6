import { useApi } from '@backstage/core-plugin-api';
import type { ListAlertsQuery } from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';

/** How long who is on call is taken for true. */
const ON_CALL_MS = 5 * 60_000;
/** How often it is looked where no signal tells of what comes in. */
const CATCH_UP_MS = 20_000;

/** The alerts that fire. */
export function useAlerts(query: ListAlertsQuery) {
  const { alerts } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'alerts', query],
    queryFn: ({ signal }) => alerts.list(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: CATCH_UP_MS,
  });
}

/** Who is on call for an entity. */
export function useOnCall(entityRef: string) {
  const { alerts } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['on-call', entityRef],
    queryFn: ({ signal }) => alerts.onCall(entityRef, { signal }),
    staleTime: ON_CALL_MS,
  });
}
