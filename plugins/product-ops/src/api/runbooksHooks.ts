import { useApi } from '@backstage/core-plugin-api';
import type { SearchRunbooksQuery } from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';

/** The runbooks of all entities that match. */
export function useRunbookSearch(query: SearchRunbooksQuery) {
  const { runbooks } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'search', query],
    queryFn: ({ signal }) => runbooks.search(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The runbook that answers an alert. */
export function useAlertResolution(
  alert: string,
  labels: Record<string, string>,
) {
  const { runbooks } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'alert', alert, labels],
    queryFn: ({ signal }) => runbooks.resolve(alert, labels, { signal }),
  });
}
