import { useApi } from '@backstage/core-plugin-api';
import type {
  ChangeWrittenRunbookBody,
  ListRunbookVersionsQuery,
  ListWrittenRunbooksQuery,
  WriteRunbookBody,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { dataUrlOf } from './dataUrl';
import { isNotFound } from './errors';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';
import { useRequestKey } from './useRequestKey';

/** What is written in the portal for an entity, and whether the caller may write. */
export function useWrittenRunbooks(
  entityRef: string,
  query: ListWrittenRunbooksQuery,
) {
  const { authoring } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'written', entityRef, query],
    queryFn: ({ signal }) => authoring.list(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** One runbook as it was typed; null where none is written under that id. */
export function useWrittenRunbook(
  entityRef: string,
  id: string,
  options: {
    enabled?: boolean;
    /** Whether to ask in any case, whatever is known already. */
    anew?: boolean;
  } = {},
) {
  const { authoring } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'written-one', entityRef, id],
    queryFn: async ({ signal }) => {
      try {
        return await authoring.get(entityRef, id, { signal });
      } catch (error) {
        if (isNotFound(error)) {
          return null;
        }
        throw error;
      }
    },
    enabled: options.enabled,
    refetchOnMount: options.anew ? 'always' : undefined,
  });
}

export function useWriteRunbook(entityRef: string) {
  const { authoring } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('runbooks');
  const keyOf = useRequestKey();
  return useMutation({
    mutationFn: (runbook: WriteRunbookBody) =>
      authoring.write(entityRef, runbook, {
        key: keyOf({ entityRef, ...runbook }),
      }),
    onSettled: askAgain,
  });
}

export function useChangeRunbook(entityRef: string, id: string) {
  const { authoring } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('runbooks');
  return useMutation({
    mutationFn: (change: ChangeWrittenRunbookBody) =>
      authoring.change(entityRef, id, change),
    onSettled: askAgain,
  });
}

export function useRunbookVersions(
  entityRef: string,
  id: string,
  query: ListRunbookVersionsQuery,
) {
  const { authoring } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'versions', entityRef, id, query],
    queryFn: ({ signal }) =>
      authoring.listVersions(entityRef, id, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** One version with its text, which never changes. */
export function useRunbookVersion(
  entityRef: string,
  id: string,
  number: number | undefined,
) {
  const { authoring } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbook-version', entityRef, id, number],
    queryFn: ({ signal }) =>
      authoring.getVersion(entityRef, id, number ?? 0, { signal }),
    enabled: number !== undefined,
    staleTime: Infinity,
  });
}

/** An image that a version of a runbook shows, as an address with its bytes. */
export function useRunbookImage(image: {
  entityRef: string;
  id: string;
  version: string;
  target: string;
}) {
  const { entityRef, id, version, target } = image;
  const { authoring } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbook-image', entityRef, id, version, target],
    queryFn: async ({ signal }) =>
      dataUrlOf(await authoring.getImage(entityRef, id, target, { signal })),
    // A file beside the text may change without it.
    staleTime: 60_000,
  });
}
