import {
  type ListPlanItemsQuery,
  ROADMAP_STATUSES,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';
import { HORIZONS, OPEN } from '../useRoadmapQuery';

export const LAYOUTS = ['timeline', 'board', 'table'] as const;
export const GROUPINGS = ['product', 'team', 'goal', 'domain'] as const;
export const SORTS = [
  'start',
  '-start',
  'end',
  '-end',
  'score',
  '-score',
  'title',
  '-title',
] as const;
export type PlanSort = (typeof SORTS)[number];

const NAMED = ['team', 'product', 'domain', 'goal', 'category'] as const;
const NOTHING = {
  team: undefined,
  product: undefined,
  domain: undefined,
  goal: undefined,
  category: undefined,
  status: undefined,
  horizon: undefined,
  q: undefined,
};

/** What the address asks of the plan. Values that the contract does not know are left out. */
export function usePlanQuery() {
  const url = useUrlState();
  const layout = LAYOUTS.find(one => one === url.get('as')) ?? 'timeline';
  const groupBy = GROUPINGS.find(one => one === url.get('group')) ?? 'product';
  const sort = SORTS.find(one => one === url.get('sort')) ?? 'start';
  const selected = {
    team: url.getAll('team'),
    product: url.getAll('product'),
    domain: url.getAll('domain'),
    goal: url.getAll('goal'),
    category: url.getAll('category'),
    status: ROADMAP_STATUSES.filter(one => url.getAll('status').includes(one)),
    horizon: HORIZONS.filter(one => url.getAll('horizon').includes(one)),
    q: url.get('q'),
  };
  const { status, horizon, q } = selected;
  const filter: ListPlanItemsQuery = {
    ...Object.fromEntries(
      NAMED.flatMap(name =>
        selected[name].length > 0 ? [[name, selected[name]]] : [],
      ),
    ),
    ...(status.length > 0 && { status }),
    ...(horizon.length > 0 && { horizon }),
    ...(q && { q }),
  };
  const paged: ListPlanItemsQuery = {
    ...filter,
    // What is done or dropped is history: a board is about what is ahead.
    ...(layout === 'board' && status.length === 0 && { status: OPEN }),
    ...(layout === 'table' && { groupBy, sort }),
    limit: layout === 'board' ? 100 : 50,
    ...(url.get('cursor') && { cursor: url.get('cursor') }),
  };
  return {
    url,
    layout,
    groupBy,
    sort,
    selected,
    filter,
    paged,
    filtered: Object.keys(filter).length > 0,
    clear: () => url.patch(NOTHING),
  };
}

export type PlanQuery = ReturnType<typeof usePlanQuery>;
