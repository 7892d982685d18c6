import { useApi } from '@backstage/core-plugin-api';
import type {
  ListRoadmapItemsQuery,
  ProductOpsApi,
  RoadmapItemQuestion,
  RoadmapPage,
} from '@productops/backstage-plugin-product-ops-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { keepDataOf, pollWhilePending } from './hooks';
import { productOpsApiRef } from './productOpsApiRef';

/** The contract's bound of a page. */
const PAGE = 100;
/** A roadmap is sorted, grouped and ranked as a whole: so many of its items are read, ten pages at most. */
export const MOST_ITEMS = 1_000;
const EVENTS = 20;
const COMMENTS = 100;

/** All items of a roadmap that one question asks for, as far as pages hold them. */
export type WholeRoadmap = Omit<RoadmapPage, 'pageInfo'>;

/** What the keys of whole roadmaps begin with, so that a change can be shown in all before it is made. */
export function wholeRoadmapKey(entityRef: string) {
  return ['roadmap', entityRef, 'whole'] as const;
}

async function readWhole(
  api: ProductOpsApi,
  entityRef: string,
  query: ListRoadmapItemsQuery,
  signal: AbortSignal,
): Promise<WholeRoadmap> {
  const { pageInfo, ...first } = await api.listRoadmapItems(
    entityRef,
    { ...query, limit: PAGE },
    { signal },
  );
  const items = [...first.items];
  let cursor = pageInfo.nextCursor;
  while (cursor && items.length < MOST_ITEMS) {
    // Each page tells where the next one begins.
    const page = await api.listRoadmapItems(
      entityRef,
      { ...query, limit: PAGE, cursor },
      { signal },
    );
    items.push(...page.items);
    cursor = page.items.length > 0 ? page.pageInfo.nextCursor : undefined;
  }
  return { ...first, items };
}

/** A whole roadmap, its filters applied. What was shown of the entity stays while another question is asked. */
export function useWholeRoadmap(
  entityRef: string,
  query: ListRoadmapItemsQuery,
) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [...wholeRoadmapKey(entityRef), query],
    queryFn: ({ signal }) => readWhole(api, entityRef, query, signal),
    placeholderData: keepDataOf(entityRef),
    refetchInterval: ({ state }) => pollWhilePending(state.data?.sources),
  });
}

function keyOf({ entity, id, source }: RoadmapItemQuestion) {
  return ['roadmap', entity, 'item', id, source ?? 'any'] as const;
}

export function useRoadmapItem(item: RoadmapItemQuestion, enabled = true) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: keyOf(item),
    queryFn: ({ signal }) => api.roadmap.getItem(item, { signal }),
    enabled,
  });
}

/** What became of an item, the latest first; more of it on demand. */
export function useRoadmapHistory(item: RoadmapItemQuestion) {
  const api = useApi(productOpsApiRef);
  return useInfiniteQuery({
    queryKey: [...keyOf(item), 'history'],
    queryFn: ({ signal, pageParam }) =>
      api.roadmap.listHistory(
        item,
        { limit: EVENTS, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ pageInfo }) => pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** What was said about an item, the first comment first; more of it on demand. */
export function useRoadmapComments(item: RoadmapItemQuestion) {
  const api = useApi(productOpsApiRef);
  return useInfiniteQuery({
    queryKey: [...keyOf(item), 'comments'],
    queryFn: ({ signal, pageParam }) =>
      api.roadmap.listComments(
        item,
        { limit: COMMENTS, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ pageInfo }) => pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** What changed in the ranking of a roadmap since a month ago. */
export function useRankingChanges(entityRef: string) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['roadmap', entityRef, 'ranking'],
    queryFn: ({ signal }) =>
      api.plan.getRanking(entityRef, { limit: 1 }, { signal }),
  });
}
