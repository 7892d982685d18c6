import { useApi } from '@backstage/core-plugin-api';
import type {
  AttestCheckBody,
  DecideStageTransitionBody,
  GrantWaiverBody,
  ListLifecycleHistoryQuery,
  RequestStageTransitionBody,
  RevokeWaiverBody,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { LIFECYCLE, useAskAgain } from './rooms';

/** How often a page looks again while the facts of an entity have not been looked at for the first time. */
const PENDING_POLL_MS = 5_000;

/** A signal may be missed, and a portal may have none: who waits at an open gate sees it move all the same. */
const OPEN_POLL_MS = 10_000;

/** Waivers in sight; there are never many of one entity. */
const WAIVERS = 100;

export function useEntityLifecycle(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'entity', entityRef],
    queryFn: ({ signal }) => api.getEntityLifecycle(entityRef, { signal }),
    refetchInterval: ({ state }) =>
      state.data && !state.data.evaluatedAt ? PENDING_POLL_MS : false,
  });
}

/** What is under way, and what the reader may do about it. */
export function useLifecycleActions(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'actions', entityRef],
    queryFn: ({ signal }) => api.lifecycle.getActions(entityRef, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.transition ? OPEN_POLL_MS : false,
  });
}

export function useLifecycleHistory(
  entityRef: string,
  query: ListLifecycleHistoryQuery,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'history', entityRef, query],
    queryFn: ({ signal }) =>
      api.lifecycle.listHistory(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** One transition with the checks of its gate, frozen once it is approved or refused. */
export function useTransition(id: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'transition', id],
    queryFn: ({ signal }) => api.lifecycle.getTransition(id, { signal }),
  });
}

/** The waivers of an entity, those that have ended too. */
export function useEntityWaivers(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [LIFECYCLE, 'waivers', entityRef],
    queryFn: ({ signal }) =>
      api.lifecycle.listWaivers(
        { entity: entityRef, limit: WAIVERS },
        { signal },
      ),
  });
}

/** The whole history as the text of a file. */
export function useHistoryExport(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: async (format: 'csv' | 'json') =>
      format === 'csv'
        ? api.lifecycle.exportHistoryCsv(entityRef)
        : `${JSON.stringify(
            await api.lifecycle.exportHistory(entityRef),
            undefined,
            2,
          )}\n`,
  });
}

export function useRequestTransition() {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: (request: RequestStageTransitionBody) =>
      api.lifecycle.requestTransition(request),
    onSettled: useAskAgain(LIFECYCLE),
  });
}

export function useDecideTransition() {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: ({
      id,
      ...decision
    }: DecideStageTransitionBody & { id: string }) =>
      api.lifecycle.decideTransition(id, decision),
    onSettled: useAskAgain(LIFECYCLE),
  });
}

export function useAttest() {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: (answer: AttestCheckBody) => api.lifecycle.attest(answer),
    onSettled: useAskAgain(LIFECYCLE),
  });
}

export function useGrantWaiver() {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: (waiver: GrantWaiverBody) => api.lifecycle.grantWaiver(waiver),
    onSettled: useAskAgain(LIFECYCLE),
  });
}

export function useRevokeWaiver() {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: ({ id, ...revocation }: RevokeWaiverBody & { id: string }) =>
      api.lifecycle.revokeWaiver(id, revocation),
    onSettled: useAskAgain(LIFECYCLE),
  });
}
