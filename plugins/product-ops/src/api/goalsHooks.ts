import { useApi } from '@backstage/core-plugin-api';
import type {
  AddGoalValueBody,
  CreateGoalBody,
  GoalQuestion,
  ListGoalsQuery,
  ListGoalValuesQuery,
  PatchGoalBody,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';

/** Goals change with the items of roadmaps, so that they are asked for again with them. */
const ROOM = 'roadmap';

export function useGoals(query: ListGoalsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [ROOM, 'goals', query],
    queryFn: ({ signal }) => api.goals.listGoals(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useGoal(goal: GoalQuestion) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [ROOM, 'goal', goal],
    queryFn: ({ signal }) => api.goals.getGoal(goal, { signal }),
  });
}

export function useGoalValues(goal: GoalQuestion, query: ListGoalValuesQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [ROOM, 'goal-values', goal, query],
    queryFn: ({ signal }) => api.goals.listValues(goal, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** `key` makes a request that is sent twice one goal. */
export function useCreateGoal() {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: ({
      entity,
      key,
      ...goal
    }: CreateGoalBody & { entity: string; key: string }) =>
      api.goals.createGoal(entity, goal, { key }),
    onSettled: useAskAgain(ROOM),
  });
}

export function usePatchGoal(goal: GoalQuestion) {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: (patch: PatchGoalBody) => api.goals.patchGoal(goal, patch),
    onSettled: useAskAgain(ROOM),
  });
}

export function useAddGoalValue(goal: GoalQuestion) {
  const api = useApi(productOpsApiRef);
  return useMutation({
    mutationFn: ({ key, ...value }: AddGoalValueBody & { key: string }) =>
      api.goals.addValue(goal, value, { key }),
    onSettled: useAskAgain(ROOM),
  });
}
