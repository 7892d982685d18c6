import { useApi } from '@backstage/core-plugin-api';
import type {
  DecideOwnershipTransferBody,
  GetOwnershipGraphQuery,
  GetPersonOwnershipQuery,
  ListOwnedEntitiesQuery,
  ListOwnershipChildrenQuery,
  ListOwnershipGapsQuery,
  ListOwnershipHistoryQuery,
  ListOwnershipTransfersQuery,
  ListOwnershipVerificationsQuery,
  ProposeOwnershipTransferBody,
  SearchOwnershipQuery,
  VerificationAnswer,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { OWNERSHIP, useAskAgain } from './rooms';

/** How often the graph is looked at again, and how often while the catalog has not been read. */
const LOOK_AGAIN_MS = 30_000;
const EMPTY_LOOK_AGAIN_MS = 3_000;

export function useOwnershipGraph(query: GetOwnershipGraphQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'graph', query],
    queryFn: ({ signal }) => api.getOwnershipGraph(query, { signal }),
    placeholderData: keepPreviousData,
    // The catalog of a portal that has just started is read bit by bit, and others answer meanwhile.
    refetchInterval: ({ state: { data } }) =>
      data && data.totals.entities + data.totals.teams > 0
        ? LOOK_AGAIN_MS
        : EMPTY_LOOK_AGAIN_MS,
  });
}

export function useOwnershipChildren(query: ListOwnershipChildrenQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'children', query],
    queryFn: ({ signal }) => api.listOwnershipChildren(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useOwnershipSearch(query: SearchOwnershipQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'search', query],
    queryFn: ({ signal }) => api.searchOwnership(query, { signal }),
    enabled: query.q.trim() !== '',
    placeholderData: keepPreviousData,
  });
}

/** `team` is the ref of a group; nothing is asked without one. */
export function useTeamOwnership(team: string | undefined) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'team', team],
    queryFn: ({ signal }) => api.getTeamOwnership(team ?? '', { signal }),
    enabled: team !== undefined,
  });
}

/** `person` is the ref of a user. */
export function usePersonOwnership(
  person: string,
  query: GetPersonOwnershipQuery,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'person', person, query],
    queryFn: ({ signal }) => api.getPersonOwnership(person, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** `team` is the ref of a group or user; of `other`, all examples that there is room for. Nothing is asked without one. */
export function useOwnershipDependencies(
  team: string | undefined,
  other?: string,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'dependencies', team, other],
    queryFn: ({ signal }) =>
      api.listOwnershipDependencies(
        team ?? '',
        { ...(other !== undefined && { other }) },
        { signal },
      ),
    enabled: team !== undefined,
  });
}

/** Nothing is asked without a holder. */
export function useOwnedEntities(query: ListOwnedEntitiesQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'entities', query],
    queryFn: ({ signal }) => api.listOwnedEntities(query, { signal }),
    placeholderData: keepPreviousData,
    enabled: query.holder !== '',
  });
}

export function useOwnershipGaps(query: ListOwnershipGapsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'gaps', query],
    queryFn: ({ signal }) => api.listOwnershipGaps(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useEntityOwnership(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'entity', entityRef],
    queryFn: ({ signal }) => api.getEntityOwnership(entityRef, { signal }),
  });
}

export function useOwnershipHistory(
  entityRef: string,
  query: ListOwnershipHistoryQuery,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'history', entityRef, query],
    queryFn: ({ signal }) =>
      api.listOwnershipHistory(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useVerifications(query: ListOwnershipVerificationsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'verifications', query],
    queryFn: ({ signal }) => api.listOwnershipVerifications(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useTransfers(query: ListOwnershipTransfersQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [OWNERSHIP, 'transfers', query],
    queryFn: ({ signal }) => api.listOwnershipTransfers(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useVerify() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain(OWNERSHIP);
  return useMutation({
    mutationFn: (answers: VerificationAnswer[]) => api.verifyOwnership(answers),
    onSettled: askAgain,
  });
}

export function useProposeTransfer() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain(OWNERSHIP);
  return useMutation({
    mutationFn: (proposal: ProposeOwnershipTransferBody) =>
      api.proposeOwnershipTransfer(proposal),
    onSettled: askAgain,
  });
}

export function useDecideTransfer() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain(OWNERSHIP);
  return useMutation({
    mutationFn: ({
      id,
      ...decision
    }: DecideOwnershipTransferBody & { id: string }) =>
      api.decideOwnershipTransfer(id, decision),
    onSettled: askAgain,
  });
}
