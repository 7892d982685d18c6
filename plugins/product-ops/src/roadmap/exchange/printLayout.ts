import type { CsvRow } from '@productops/backstage-plugin-product-ops-common';
import { HORIZONS } from '../useRoadmapQuery';

export type Lane = (typeof HORIZONS)[number];

export interface PrintedItem {
  id: string;
  title: string;
  status: string;
  period: { start?: string; end?: string };
  category?: string;
}

export interface PrintedLane {
  items: PrintedItem[];
  /** How many have no room. */
  more: number;
}

export interface PrintedRoadmap {
  entityRef: string;
  lanes: Record<Lane, PrintedLane>;
}

export interface PrintedPage {
  roadmaps: PrintedRoadmap[];
  /** How many roadmaps have no room. */
  more: number;
  total: number;
  /** The lanes that anything is in. */
  lanes: Lane[];
  /** How many lines of items stand one below the other. */
  height: number;
}

/** How many items fit one below the other on a page in its smallest print. */
const MAX_HEIGHT = 30;
const MAX_ROADMAPS = 12;

function laneOf(horizon: string | undefined): Lane {
  return HORIZONS.find(lane => lane === horizon) ?? 'none';
}

/** What of roadmaps fits on one page: each gets its share of the height, and says what it leaves out. */
export function pageOf(rows: readonly CsvRow[]): PrintedPage {
  const byEntity = new Map<string, Record<Lane, PrintedItem[]>>();
  for (const { cells } of rows) {
    const entityRef = cells.entity ?? '';
    const lanes = byEntity.get(entityRef) ?? {
      now: [],
      next: [],
      later: [],
      none: [],
    };
    byEntity.set(entityRef, lanes);
    lanes[laneOf(cells.horizon)].push({
      id: `${cells.source}/${cells.id}`,
      title: cells.title ?? '',
      status: cells.status ?? '',
      period: {
        ...(cells.start && { start: cells.start }),
        ...(cells.end && { end: cells.end }),
      },
      ...(cells.category && { category: cells.category }),
    });
  }
  const all = [...byEntity];
  const shown = all.slice(0, MAX_ROADMAPS);
  const share = Math.max(1, Math.floor(MAX_HEIGHT / Math.max(1, shown.length)));
  const lanes = HORIZONS.filter(lane =>
    shown.some(([, of]) => of[lane].length > 0),
  );
  const heights = shown.map(([, of]) =>
    Math.max(...HORIZONS.map(lane => Math.min(share, of[lane].length))),
  );
  return {
    roadmaps: shown.map(([entityRef, of]) => ({
      entityRef,
      lanes: Object.fromEntries(
        HORIZONS.map(lane => [
          lane,
          {
            items: of[lane].slice(0, share),
            more: Math.max(0, of[lane].length - share),
          },
        ]),
      ) as Record<Lane, PrintedLane>,
    })),
    more: all.length - shown.length,
    total: rows.length,
    lanes,
    height: heights.reduce((sum, height) => sum + height, 0),
  };
}
