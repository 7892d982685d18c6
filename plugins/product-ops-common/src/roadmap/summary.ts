import type {
  Goal,
  RoadmapHorizon,
  RoadmapItem,
  RoadmapSummary,
} from '../api/types';
import { isOpen, ROADMAP_HORIZONS } from './vocabulary';

const FIRST_ITEMS = 5;

/**
 * Sorts items by what comes first: what is in progress, then by start, else end, the earliest first. Items
 * without a date come last; what is alike stays in the order of the file.
 *
 * @public
 */
export function byUrgency(
  a: Pick<RoadmapItem, 'status' | 'start' | 'end'>,
  b: Pick<RoadmapItem, 'status' | 'start' | 'end'>,
): number {
  const progress = (item: typeof a) => (item.status === 'in-progress' ? 0 : 1);
  const date = (item: typeof a) => item.start ?? item.end ?? '9999-99-99';
  const compare = (left: string, right: string) => {
    if (left === right) {
      return 0;
    }
    return left < right ? -1 : 1;
  };
  return (
    progress(a) - progress(b) ||
    compare(date(a), date(b)) ||
    compare(a.end ?? '9999-99-99', b.end ?? '9999-99-99')
  );
}

/**
 * Open items by horizon, the first five of each, with counts of all.
 *
 * @remarks
 *
 * An open item without a horizon counts in `open` and in the mix, and is in no horizon.
 *
 * @public
 */
export function summariseRoadmap(
  items: readonly RoadmapItem[],
): RoadmapSummary {
  const open = items.filter(({ status }) => isOpen(status));
  const mix = new Map<string, number>();
  for (const { category } of open) {
    const name = category ?? 'none';
    mix.set(name, (mix.get(name) ?? 0) + 1);
  }
  return {
    total: items.length,
    open: open.length,
    done: items.filter(({ status }) => status === 'done').length,
    horizons: ROADMAP_HORIZONS.map((horizon: RoadmapHorizon) => {
      const inHorizon = open.filter(item => item.horizon === horizon);
      return {
        horizon,
        total: inHorizon.length,
        items: [...inHorizon].sort(byUrgency).slice(0, FIRST_ITEMS),
      };
    }),
    mix: [...mix]
      .map(([category, count]) => ({ category, count }))
      .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
  };
}

/**
 * The share of the way from baseline to target, 0 to 1. Nothing when a number is missing, or when
 * baseline and target are the same.
 *
 * @remarks
 *
 * A target below the baseline is fine: less is then better. A missing baseline counts as 0.
 *
 * @public
 */
export function goalProgress(metric: {
  baseline?: number;
  target?: number;
  current?: number;
}): number | undefined {
  const { baseline = 0, target, current } = metric;
  if (target === undefined || current === undefined || target === baseline) {
    return undefined;
  }
  const share = (current - baseline) / (target - baseline);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : undefined;
}

/**
 * The goals of an entity with their progress and the counts of the items that point at them. Dropped
 * items do not count.
 *
 * @public
 */
export function summariseGoals(
  goals: ReadonlyArray<{
    id: string;
    title: string;
    due?: string;
    metric?: Omit<NonNullable<Goal['metric']>, 'progress'>;
  }>,
  items: ReadonlyArray<Pick<RoadmapItem, 'goal' | 'status'>>,
): Goal[] {
  return goals.map(({ id, title, due, metric }) => {
    const ofGoal = items.filter(
      item => item.goal === id && item.status !== 'dropped',
    );
    const progress = metric && goalProgress(metric);
    return {
      id,
      title,
      ...(due && { due }),
      ...(metric && {
        metric: { ...metric, ...(progress !== undefined && { progress }) },
      }),
      items: {
        total: ofGoal.length,
        done: ofGoal.filter(({ status }) => status === 'done').length,
      },
    };
  });
}
