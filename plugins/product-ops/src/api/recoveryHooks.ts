import { useApi } from '@backstage/core-plugin-api';
import type {
  ChangeDrillPlanBody,
  GetEntityRecoveryQuery,
  ListRecoveryQuery,
  PlanDrillBody,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';

/** The recovery of the products, and of other entities that promise something. */
export function useRecoveryList(query: ListRecoveryQuery) {
  const { recovery } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'recovery', query],
    queryFn: ({ signal }) => recovery.list(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The recovery of one entity. */
export function useRecovery(entityRef: string, query: GetEntityRecoveryQuery) {
  const { recovery } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'entity-recovery', entityRef, query],
    queryFn: ({ signal }) => recovery.get(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function usePlanDrill(entityRef: string) {
  const { recovery } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('runbooks');
  return useMutation({
    mutationFn: (plan: PlanDrillBody) => recovery.plan(entityRef, plan),
    onSettled: askAgain,
  });
}

export function useChangeDrillPlan() {
  const { recovery } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('runbooks');
  return useMutation({
    mutationFn: ({ id, ...change }: ChangeDrillPlanBody & { id: string }) =>
      recovery.change(id, change),
    onSettled: askAgain,
  });
}
