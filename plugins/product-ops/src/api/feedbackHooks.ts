import { useApi } from '@backstage/core-plugin-api';
import type {
  FeedbackApi,
  LinkFeedbackBody,
  ListEntityFeedbackQuery,
  ListFeedbackQuery,
  MakeItemOfFeedbackBody,
  MergeFeedbackBody,
  PatchFeedbackBody,
  PostFeedbackBody,
  RoadmapItemQuestion,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';

/** What a change on roadmaps makes old begins with the first; the second keeps it apart from refs of entities. */
const KEY = ['roadmap', 'feedback'] as const;
const COMMENTS_AT_ONCE = 100;

/** The feedback on all entities, or on one. */
export function useFeedbackList(
  entityRef: string | undefined,
  query: ListFeedbackQuery,
) {
  const { feedback } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [...KEY, 'list', entityRef, query],
    queryFn: ({ signal }) =>
      entityRef === undefined
        ? feedback.list(query, { signal })
        : feedback.listOf(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** What is like a text, or has its words; nothing is asked without one. */
export function useLikeFeedback(
  entityRef: string,
  query: Pick<ListEntityFeedbackQuery, 'similarTo' | 'q'>,
) {
  const { feedback } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [...KEY, 'like', entityRef, query],
    queryFn: ({ signal }) =>
      feedback.listOf(entityRef, { ...query, limit: 8 }, { signal }),
    placeholderData: keepPreviousData,
    enabled: Boolean(query.similarTo?.trim() || query.q?.trim()),
  });
}

export function useFeedback(id: string) {
  const { feedback } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => feedback.get(id, { signal }),
  });
}

export function useFeedbackComments(id: string) {
  const { feedback } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [...KEY, 'comments', id],
    queryFn: ({ signal }) =>
      feedback.listComments(id, { limit: COMMENTS_AT_ONCE }, { signal }),
  });
}

export function useItemFeedback(item: RoadmapItemQuestion) {
  const { feedback } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: [...KEY, 'item', item],
    queryFn: ({ signal }) =>
      feedback.listOfItem(item, { limit: 5 }, { signal }),
  });
}

/** Products and the teams that own some, to choose from once somebody wants to. */
export function useFeedbackChoices(wanted: boolean) {
  const api = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['products', 'choices'],
    queryFn: ({ signal }) =>
      api.listProducts({ sort: 'title', limit: 100 }, { signal }),
    enabled: wanted,
  });
}

/** A write to feedback; whatever becomes of it, what is shown is asked for again. */
function useWrite<Input, Output>(
  write: (feedback: FeedbackApi, input: Input) => Promise<Output>,
) {
  const { feedback } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('roadmap');
  return useMutation({
    mutationFn: (input: Input) => write(feedback, input),
    onSettled: askAgain,
  });
}

export function usePostFeedback(entityRef: string) {
  return useWrite(
    (feedback, { key, ...body }: PostFeedbackBody & { key: string }) =>
      feedback.post(entityRef, body, { key }),
  );
}

export function usePatchFeedback(id: string) {
  return useWrite((feedback, patch: PatchFeedbackBody) =>
    feedback.patch(id, patch),
  );
}

/** `true` votes, `false` takes the vote back. */
export function useVote(id: string) {
  return useWrite((feedback, vote: boolean) =>
    vote ? feedback.vote(id) : feedback.takeVoteBack(id),
  );
}

export function useAddFeedbackComment(id: string) {
  return useWrite((feedback, text: string) =>
    feedback.addComment(id, { text }),
  );
}

export function useRemoveFeedbackComment(id: string) {
  return useWrite((feedback, comment: string) =>
    feedback.removeComment(id, comment),
  );
}

export function useMergeFeedback(id: string) {
  return useWrite((feedback, merge: MergeFeedbackBody) =>
    feedback.merge(id, merge),
  );
}

/** Takes the merge of some feedback into this one back: its version is asked for, since it is not in sight. */
export function useUndoFeedbackMerge() {
  return useWrite(async (feedback, id: string) => {
    const { version } = await feedback.get(id);
    return feedback.undoMerge(id, { version });
  });
}

export function useLinkFeedback(id: string) {
  return useWrite((feedback, link: LinkFeedbackBody) =>
    feedback.link(id, link),
  );
}

export function useUnlinkFeedback(id: string) {
  return useWrite((feedback, link: LinkFeedbackBody) =>
    feedback.unlink(id, link),
  );
}

export function useMakeItemOfFeedback(id: string) {
  return useWrite(
    (feedback, { key, ...item }: MakeItemOfFeedbackBody & { key: string }) =>
      feedback.makeItem(id, item, { key }),
  );
}
