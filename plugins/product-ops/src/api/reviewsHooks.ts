import { useApi } from '@backstage/core-plugin-api';
import type {
  ListRunbookReviewsQuery,
  ReviewRunbookBody,
} from '@productops/backstage-plugin-product-ops-common';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';

/** The recorded reviews of a runbook. */
export function useReviews(
  entityRef: string,
  runbook: string,
  query: ListRunbookReviewsQuery,
) {
  const { reviews } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'reviews', entityRef, runbook, query],
    queryFn: ({ signal }) =>
      reviews.list(entityRef, runbook, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Vouches for a runbook. */
export function useReview(entityRef: string, runbook: string) {
  const { reviews } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('runbooks');
  return useMutation({
    mutationFn: (review: ReviewRunbookBody) =>
      reviews.review(entityRef, runbook, review),
    onSettled: askAgain,
  });
}
