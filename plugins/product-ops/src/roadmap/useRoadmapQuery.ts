import {
  isOpen,
  type ListRoadmapItemsQuery,
  ROADMAP_STATUSES,
  type RoadmapHorizon,
  type RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../components';
import { BOARD_BY, type BoardBy } from './editing/board/lanes';

/** What is neither done nor dropped. */
export const OPEN: RoadmapStatus[] = ROADMAP_STATUSES.filter(isOpen);
export const HORIZONS: (RoadmapHorizon | 'none')[] = [
  'now',
  'next',
  'later',
  'none',
];

/** Where lanes are statuses, what is done has one too: that is how one closes an item. */
const ON_STATUS_BOARD = ROADMAP_STATUSES.filter(one => one !== 'dropped');

/** How a roadmap is looked at. @public */
export type RoadmapView =
  | 'board'
  | 'timeline'
  | 'table'
  | 'priorities'
  | 'feedback';

export const VIEWS: readonly RoadmapView[] = [
  'board',
  'timeline',
  'table',
  'priorities',
  'feedback',
];

/** How the Roadmap tab is set up. @public */
export interface RoadmapSettings {
  /** How the roadmap opens when the address does not say; `list` is the former name of `table`. */
  defaultView?: RoadmapView | 'list';
  /** Rows of the table that are shown at first, and more of them on demand, 1 to 100. */
  pageSize?: number;
}

function readView(text: string | undefined): RoadmapView | undefined {
  return text === 'list' ? 'table' : VIEWS.find(one => one === text);
}

function standard(view: RoadmapView, by: BoardBy): RoadmapStatus[] | undefined {
  switch (view) {
    case 'board':
      // What is done or dropped is history: a board is about what is ahead.
      return by === 'status' ? ON_STATUS_BOARD : OPEN;
    case 'priorities':
      return OPEN;
    default:
      return undefined;
  }
}

/** What the address asks of the roadmap. Values that the contract does not know are left out. */
export function useRoadmapQuery(settings: RoadmapSettings) {
  const url = useUrlState();
  const view =
    readView(url.get('view')) ?? readView(settings.defaultView) ?? 'board';
  const by = BOARD_BY.find(one => one === url.get('by')) ?? 'horizon';
  const status = ROADMAP_STATUSES.filter(one =>
    url.getAll('status').includes(one),
  );
  const horizon = HORIZONS.filter(one => url.getAll('horizon').includes(one));
  const category = url.getAll('category');
  const q = url.get('q');
  const statuses = status.length > 0 ? status : standard(view, by);
  const filter = {
    ...(status.length && { status }),
    ...(horizon.length && { horizon }),
    ...(category.length && { category }),
    ...(q && { q }),
  };
  const query: ListRoadmapItemsQuery = {
    ...filter,
    ...(statuses && { status: statuses }),
  };
  return {
    url,
    view,
    by,
    /** What is chosen; the view may ask for less when no status is. */
    filter,
    query,
    selected: { status, horizon, category, q },
    filtered: Boolean(status.length || horizon.length || category.length || q),
  };
}
