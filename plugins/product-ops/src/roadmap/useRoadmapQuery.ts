import {
  isOpen,
  type ListRoadmapItemsQuery,
  ROADMAP_STATUSES,
  type RoadmapHorizon,
  type RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../components';

/** What is neither done nor dropped. */
export const OPEN: RoadmapStatus[] = ROADMAP_STATUSES.filter(isOpen);
export const HORIZONS: (RoadmapHorizon | 'none')[] = [
  'now',
  'next',
  'later',
  'none',
];

/** The contract's bound; a board shows as much of a roadmap at once as it can. */
const BOARD_PAGE = 100;

/** How a roadmap is looked at. @public */
export type RoadmapView = 'board' | 'list';

/** How the Roadmap tab is set up. @public */
export interface RoadmapSettings {
  /** How the roadmap opens when the address does not say. */
  defaultView?: RoadmapView;
  /** Items on a page of the list, 1 to 100. */
  pageSize?: number;
}

/** What the address asks of the roadmap. Values that the contract does not know are left out. */
export function useRoadmapQuery(settings: RoadmapSettings) {
  const url = useUrlState();
  const asked = url.get('view');
  const view: RoadmapView =
    asked === 'board' || asked === 'list'
      ? asked
      : settings.defaultView ?? 'board';
  const status = ROADMAP_STATUSES.filter(one =>
    url.getAll('status').includes(one),
  );
  const horizon = HORIZONS.filter(one => url.getAll('horizon').includes(one));
  const category = url.getAll('category');
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListRoadmapItemsQuery = {
    limit: view === 'board' ? BOARD_PAGE : settings.pageSize ?? 20,
    ...(cursor && { cursor }),
    ...(horizon.length && { horizon }),
    ...(category.length && { category }),
    ...(q && { q }),
  };
  if (status.length) {
    query.status = status;
  } else if (view === 'board') {
    // What is done or dropped is history: a board is about what is ahead.
    query.status = OPEN;
  }
  return {
    url,
    view,
    query,
    selected: { status, horizon, category, q },
    filtered: Boolean(status.length || horizon.length || category.length || q),
  };
}
