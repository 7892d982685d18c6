import { useApi } from '@backstage/core-plugin-api';
import type {
  CreateFollowUpBody,
  ListFollowUpsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';

/** What was made of a run or a runbook, or what an item was made of. */
export function useFollowUps(
  query: ListFollowUpsQuery,
  options: { enabled?: boolean } = {},
) {
  const { followUps } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'follow-ups', query],
    queryFn: ({ signal }) => followUps.list(query, { signal }),
    ...options,
  });
}

export function useCreateFollowUp() {
  const { followUps } = useApi(productOpsApiRef);
  const runbooksAgain = useAskAgain('runbooks');
  const roadmapAgain = useAskAgain('roadmap');
  return useMutation({
    mutationFn: ({ key, ...followUp }: CreateFollowUpBody & { key: string }) =>
      followUps.create(followUp, { key }),
    onSettled: () => Promise.all([runbooksAgain(), roadmapAgain()]),
  });
}
