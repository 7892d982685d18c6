import { useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  DecidePlanSuggestionBody,
  GetPlanMixQuery,
  ListPlanConflictsQuery,
  ListPlanItemsQuery,
  ListPlanSuggestionsQuery,
  PlanDependency,
  PlanPage,
} from '@productops/backstage-plugin-product-ops-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { productOpsApiRef } from '../../api';
import { useAskAgain } from '../../api/rooms';

const KEY = 'roadmap';
/** The contract's bound of a page, and as many as are drawn at once. */
const PAGE = 500;
export const MOST_ITEMS = 2_000;
const DEPENDENCIES_PAGE = 2_000;
const MOST_DEPENDENCIES = 6_000;

/** A page of items. */
export function usePlanPage(query: ListPlanItemsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [KEY, 'plan', 'page', query],
    queryFn: ({ signal }) => api.plan.listItems(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** All items that a filter gives, page after page, as many as a timeline draws; those that are there are given at once. */
export function useAllPlanItems(query: ListPlanItemsQuery): {
  pages: PlanPage[] | undefined;
  error: Error | null;
  refetch: () => void;
  complete: boolean;
} {
  const api = useApi(productOpsApiRef);
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } =
    useInfiniteQuery({
      queryKey: [KEY, 'plan', 'all', query],
      queryFn: ({ signal, pageParam }) =>
        api.plan.listItems(
          { ...query, limit: PAGE, ...(pageParam && { cursor: pageParam }) },
          { signal },
        ),
      initialPageParam: '',
      getNextPageParam: (last: PlanPage, pages: PlanPage[]) =>
        pages.length * PAGE < MOST_ITEMS ? last.pageInfo.nextCursor : undefined,
      placeholderData: keepPreviousData,
    });
  const goesOn = hasNextPage && !isFetching && !error;
  const known = data?.pages.length;
  useEffect(() => {
    if (goesOn) {
      fetchNextPage();
    }
    // An answer may be there before anybody saw that it was on its way: each page asks for the next one.
  }, [goesOn, known, fetchNextPage]);
  return {
    pages: data?.pages,
    error,
    refetch,
    complete: !hasNextPage && !isFetching,
  };
}

/** What the items of a filter wait for. */
export function usePlanDependencies(query: ListPlanItemsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [KEY, 'plan', 'dependencies', query],
    queryFn: async ({ signal }) => {
      const all: PlanDependency[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.plan.listDependencies(
          { ...query, limit: DEPENDENCIES_PAGE, ...(cursor && { cursor }) },
          { signal },
        );
        all.push(...page.dependencies);
        cursor = page.pageInfo.nextCursor;
      } while (cursor && all.length < MOST_DEPENDENCIES);
      return all;
    },
    placeholderData: keepPreviousData,
  });
}

export function usePlanConflicts(query: ListPlanConflictsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [KEY, 'plan', 'conflicts', query],
    queryFn: ({ signal }) => api.plan.listConflicts(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function usePlanSuggestions(query: ListPlanSuggestionsQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [KEY, 'plan', 'suggestions', query],
    queryFn: ({ signal }) => api.plan.listSuggestions(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function usePlanMix(query: GetPlanMixQuery) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [KEY, 'plan', 'mix', query],
    queryFn: ({ signal }) => api.plan.getMix(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useDecideSuggestion() {
  const api = useApi(productOpsApiRef);
  const askAgain = useAskAgain('roadmap');
  return useMutation({
    mutationFn: (decision: DecidePlanSuggestionBody) =>
      api.plan.decideSuggestion(decision),
    onSettled: askAgain,
  });
}
