import { useApi } from '@backstage/core-plugin-api';
import type {
  AcknowledgeSunsetBody,
  EndSunsetPlanBody,
  GetReadinessQuery,
  GetStageBoardQuery,
  ListSunsetDependantsQuery,
  SaveSunsetPlanBody,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { LIFECYCLE, useAskAgain } from './rooms';

/** How often a page looks again while no check has been answered yet. */
const UNANSWERED_POLL_MS = 10_000;

export function useStageBoard(query: GetStageBoardQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'board', query],
    queryFn: ({ signal }) => api.lifecycle.getBoard(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useReadiness(
  query: GetReadinessQuery,
  options: { enabled?: boolean } = {},
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'readiness', query],
    queryFn: ({ signal }) => api.getReadiness(query, { signal }),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: ({ state }) =>
      state.data && !state.data.evaluatedAt ? UNANSWERED_POLL_MS : false,
  });
}

/** `entityRef` is a full ref. */
export function useEntitySunset(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'sunset', entityRef],
    queryFn: ({ signal }) => api.lifecycle.getSunset(entityRef, { signal }),
  });
}

export function useSunsetDependants(
  planId: string,
  query: ListSunsetDependantsQuery,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'dependants', planId, query],
    queryFn: ({ signal }) =>
      api.lifecycle.listSunsetDependants(planId, query, { signal }),
    // What was shown of a plan stays while more is asked of the same one.
    placeholderData: (previous, before) =>
      before?.queryKey[2] === planId ? previous : undefined,
  });
}

export function useSaveSunset(entityRef: string) {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain(LIFECYCLE);
  return useMutation({
    mutationFn: (plan: SaveSunsetPlanBody) =>
      api.lifecycle.saveSunset(entityRef, plan),
    onSettled: askAgain,
  });
}

export function useEndSunset() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain(LIFECYCLE);
  return useMutation({
    mutationFn: ({ id, ...end }: EndSunsetPlanBody & { id: string }) =>
      api.lifecycle.endSunset(id, end),
    onSettled: askAgain,
  });
}

export function useAcknowledgeSunset() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain(LIFECYCLE);
  return useMutation({
    mutationFn: ({
      plan,
      ...answer
    }: AcknowledgeSunsetBody & { plan: string }) =>
      api.lifecycle.acknowledgeSunset(plan, answer),
    onSettled: askAgain,
  });
}
