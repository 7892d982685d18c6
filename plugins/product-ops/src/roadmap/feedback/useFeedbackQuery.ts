import {
  FEEDBACK_STATUSES,
  type ListFeedbackQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';

export const FEEDBACK_SORTS = ['votes', 'newest', 'activity'] as const;
export const MINE = ['posted', 'voted'] as const;
const LINKED = ['yes', 'no'] as const;

/** What the address asks of a list of feedback. Values that the contract does not know are left out. */
export function useFeedbackQuery({ ofEntity }: { ofEntity: boolean }) {
  const url = useUrlState();
  const status = FEEDBACK_STATUSES.filter(known =>
    url.getAll('status').includes(known),
  );
  const sort =
    FEEDBACK_SORTS.find(known => known === url.get('sort')) ?? 'votes';
  const linked = LINKED.find(known => known === url.get('linked'));
  const mine = MINE.find(known => known === url.get('mine'));
  const product = ofEntity ? undefined : url.get('product');
  const owner = ofEntity ? undefined : url.get('owner');
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListFeedbackQuery = {
    limit: 20,
    sort,
    ...(cursor && { cursor }),
    ...(status.length && { status }),
    ...(linked && { linked: linked === 'yes' }),
    ...(mine && { mine }),
    ...(product && { product }),
    ...(owner && { owner }),
    ...(q && { q }),
  };
  return {
    url,
    query,
    /** The feedback that is open beside the list. */
    chosen: url.get('feedback'),
    choose: (id: string | undefined) =>
      url.patch({ feedback: id, cursor }, { replace: true }),
    selected: { status, sort, linked, mine, product, owner, q },
    filtered: Boolean(status.length || linked || mine || product || owner || q),
    clear: () =>
      url.patch({
        status: undefined,
        linked: undefined,
        mine: undefined,
        product: undefined,
        owner: undefined,
        q: undefined,
      }),
  };
}
