import type {
  GoalState,
  ListGoalsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';

export const STATES: readonly GoalState[] = [
  'missed',
  'at-risk',
  'on-track',
  'unknown',
  'reached',
];
export const DUE = ['past', 'soon', 'year'] as const;
export const SORTS = ['attention', 'due', 'title'] as const;

const DAY_MS = 86_400_000;

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

function periodOf(
  due: (typeof DUE)[number] | undefined,
  now: Date,
): Pick<ListGoalsQuery, 'dueFrom' | 'dueTo'> {
  const year = now.getUTCFullYear();
  switch (due) {
    case 'past':
      return { dueTo: dayAfter(now, -1) };
    case 'soon':
      return { dueFrom: dayAfter(now, 0), dueTo: dayAfter(now, 90) };
    case 'year':
      return { dueFrom: `${year}-01-01`, dueTo: `${year}-12-31` };
    default:
      return {};
  }
}

/** What the address asks of the list of goals. Values that the contract does not know are left out. */
export function useGoalsQuery(now = new Date()) {
  const url = useUrlState();
  const state = STATES.filter(one => url.getAll('state').includes(one));
  const due = DUE.find(one => one === url.get('due'));
  const sort = SORTS.find(one => one === url.get('sort')) ?? 'attention';
  const team = url.get('team');
  const product = url.getAll('product').slice(0, 20);
  const domain = url.getAll('domain').slice(0, 20);
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListGoalsQuery = {
    limit: 20,
    ...(cursor && { cursor }),
    ...(sort !== 'attention' && { sort }),
    ...(state.length && { state }),
    ...(team && { team }),
    ...(product.length && { product }),
    ...(domain.length && { domain }),
    ...(q && { q }),
    ...periodOf(due, now),
  };
  return {
    url,
    query,
    selected: { state, due, sort, team, product, domain, q },
    filtered: Boolean(
      state.length || due || team || product.length || domain.length || q,
    ),
    clear: () =>
      url.patch({
        state: undefined,
        due: undefined,
        team: undefined,
        product: undefined,
        domain: undefined,
        q: undefined,
      }),
  };
}
