import { useApi } from '@backstage/core-plugin-api';
import type {
  CreateRoadmapFeedBody,
  CreateRoadmapViewBody,
  PatchRoadmapViewBody,
  SavedRoadmapView,
} from '@productops/backstage-plugin-product-ops-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';

const FEEDS = 'roadmap-feeds';
const VIEWS = 'roadmap-views';

/** The first hundred calendar feeds of the reader, who has no more than twenty. */
export function useFeeds() {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [FEEDS],
    queryFn: ({ signal }) => api.exchange.listFeeds({ limit: 100 }, { signal }),
  });
}

/** Makes and revokes calendar feeds. */
export function useFeedActions() {
  const { exchange } = useApi(productOpsApiRef);
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [FEEDS] });
  return {
    create: useMutation({
      mutationFn: (feed: CreateRoadmapFeedBody) => exchange.createFeed(feed),
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: (id: string) => exchange.revokeFeed(id),
      onSettled,
    }),
  };
}

/** The saved views that the reader sees: all of one's own, and as many of others as fit. */
export function useViews(options: { enabled?: boolean } = {}) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [VIEWS],
    queryFn: ({ signal }) => api.exchange.listViews({ limit: 100 }, { signal }),
    enabled: options.enabled ?? true,
  });
}

/** Saves, changes and deletes views. */
export function useViewActions() {
  const { exchange } = useApi(productOpsApiRef);
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [VIEWS] });
  return {
    create: useMutation({
      mutationFn: (view: CreateRoadmapViewBody) => exchange.createView(view),
      onSettled,
    }),
    patch: useMutation({
      mutationFn: ({ id, ...change }: PatchRoadmapViewBody & { id: string }) =>
        exchange.patchView(id, change),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: ({ id, version }: Pick<SavedRoadmapView, 'id' | 'version'>) =>
        exchange.deleteView(id, version),
      onSettled,
    }),
  };
}
