import { readDay } from './days';
import type { RoadmapEntry } from './items';
import { goalProgress } from './summary';
import { isOpen } from './vocabulary';

/**
 * A measured value with its moment.
 *
 * @public
 */
export interface MetricPoint {
  /** ISO 8601 in UTC. */
  at: string;
  value: number;
}

/**
 * A goal as its progress is measured.
 *
 * @public
 */
export interface MeasuredGoal {
  /** When work on it began, `YYYY-MM-DD`. */
  start?: string;
  /** When it is to be reached, `YYYY-MM-DD`. */
  due?: string;
  metric?: {
    baseline?: number;
    target?: number;
    current?: number;
    /** When the current value was measured, ISO 8601 in UTC. */
    measuredAt?: string;
    /** Where baseline and target are the same: whether it is to stay at least (`up`, when absent) or at most so. */
    direction?: 'up' | 'down';
  };
}

/**
 * Why a goal is at risk.
 *
 * @public
 */
export type GoalRisk =
  | { kind: 'past-due'; due: string }
  /** Its progress is behind what the time that has passed would ask for. */
  | { kind: 'behind'; progress: number; expected: number }
  | { kind: 'no-value' }
  /** The current value was measured long ago. */
  | { kind: 'old-value'; measuredAt: string }
  /** Open items that are past their end. */
  | { kind: 'overdue-items'; items: number }
  /** Open items that end after the goal is due. */
  | { kind: 'late-items'; items: number }
  /** Nothing is planned that would bring it nearer. */
  | { kind: 'nothing-planned' };

/**
 * Where a goal stands.
 *
 * @public
 */
export interface GoalStanding {
  /** `unknown` where there is neither a metric nor an item. */
  state: 'reached' | 'on-track' | 'at-risk' | 'missed' | 'unknown';
  /** 0 to 1: that of the metric, else the share of items that are done. */
  progress?: number;
  /** 0 to 1: how far it should be by today, if it went evenly from start to due. */
  expected?: number;
  items: { total: number; done: number };
  risks: GoalRisk[];
}

/** How far behind a goal may be before it is at risk. */
const TOLERANCE = 0.1;
const MAX_AGE_DAYS = 31;

/** The share of the way, also where there is no way to go: then it is all or nothing. */
function metricProgress(
  metric: NonNullable<MeasuredGoal['metric']>,
): number | undefined {
  const { baseline = 0, target, current, direction = 'up' } = metric;
  if (target !== undefined && current !== undefined && target === baseline) {
    const kept = direction === 'up' ? current >= target : current <= target;
    return kept ? 1 : 0;
  }
  return goalProgress(metric);
}

/**
 * How far a goal should be by today, if it went evenly: 0 before its start, 1 from its due day. Nothing without both.
 *
 * @public
 */
export function expectedProgress(
  goal: Pick<MeasuredGoal, 'start' | 'due'>,
  today: string,
): number | undefined {
  const start = readDay(goal.start);
  const due = readDay(goal.due);
  const day = readDay(today);
  if (start === undefined || due === undefined || day === undefined) {
    return undefined;
  }
  if (day >= due) {
    return 1;
  }
  return day <= start ? 0 : (day - start) / (due - start);
}

/**
 * Where a goal stands: its progress, and what is at risk with reasons.
 *
 * @param items - those that point at it, of any product; dropped ones do not count
 * @param options - `today` is `YYYY-MM-DD`; a value older than `maxAgeDays` (31 when absent) is old
 *
 * @public
 */
export function measureGoal(
  goal: MeasuredGoal,
  items: ReadonlyArray<Pick<RoadmapEntry, 'status' | 'end'>>,
  options: { today: string; maxAgeDays?: number },
): GoalStanding {
  const { today, maxAgeDays = MAX_AGE_DAYS } = options;
  const { metric, due } = goal;
  const counted = items.filter(({ status }) => status !== 'dropped');
  const done = counted.filter(({ status }) => status === 'done').length;
  const open = counted.filter(({ status }) => isOpen(status));
  const ofMetric = metric && metricProgress(metric);
  const ofItems = counted.length > 0 ? done / counted.length : undefined;
  const progress = ofMetric ?? ofItems;
  const expected = expectedProgress(goal, today);
  const base = {
    ...(progress !== undefined && { progress }),
    ...(expected !== undefined && { expected }),
    items: { total: counted.length, done },
  };
  // Items alone reach a goal only where no metric says what reaching is.
  if ((metric ? ofMetric : ofItems) === 1) {
    return { state: 'reached', ...base, risks: [] };
  }
  const risks: GoalRisk[] = [];
  const pastDue = readDay(due) !== undefined && due! < today;
  if (pastDue) {
    risks.push({ kind: 'past-due', due: due! });
  } else if (
    progress !== undefined &&
    expected !== undefined &&
    progress < expected - TOLERANCE
  ) {
    risks.push({ kind: 'behind', progress, expected });
  }
  if (metric && metric.current === undefined) {
    risks.push({ kind: 'no-value' });
  } else if (metric?.measuredAt) {
    const age = Date.parse(today) - Date.parse(metric.measuredAt);
    if (age > maxAgeDays * 86_400_000) {
      risks.push({ kind: 'old-value', measuredAt: metric.measuredAt });
    }
  }
  const overdue = open.filter(
    ({ status, end }) => end && end < today && status !== 'deferred',
  ).length;
  if (overdue > 0) {
    risks.push({ kind: 'overdue-items', items: overdue });
  }
  const late = open.filter(({ end }) => due && end && end > due).length;
  if (late > 0) {
    risks.push({ kind: 'late-items', items: late });
  }
  if (open.every(({ status }) => status === 'deferred')) {
    risks.push({ kind: 'nothing-planned' });
  }
  if (!metric && counted.length === 0) {
    return { state: pastDue ? 'missed' : 'unknown', ...base, risks };
  }
  if (pastDue) {
    return { state: 'missed', ...base, risks };
  }
  return { state: risks.length > 0 ? 'at-risk' : 'on-track', ...base, risks };
}

/** For each age in days, the hours of which one value is kept. */
const TIERS: ReadonlyArray<[number, number]> = [
  [7, 1],
  [90, 24],
  [Infinity, 24 * 7],
];
const HOUR_MS = 3_600_000;

/**
 * The history of a metric as it is kept: sorted by time; the last value of each hour of the last week, of each day of
 * the last 90, of each week before. The first value always stays, since it may be the baseline.
 *
 * @param options - `now` is ISO 8601 in UTC; `max` bounds the points, 1,000 when absent: the oldest go first
 *
 * @returns points with a moment and a number; others are left out. Thinning twice is thinning once.
 *
 * @public
 */
export function thinHistory(
  points: readonly MetricPoint[],
  options: { now: string; max?: number },
): MetricPoint[] {
  const { max = 1000 } = options;
  const now = Date.parse(options.now);
  const sorted = points
    .map(point => ({ point, time: Date.parse(point.at) }))
    .filter(
      ({ point, time }) => !Number.isNaN(time) && Number.isFinite(point.value),
    )
    .sort((a, b) => a.time - b.time);
  const kept = new Map<string, MetricPoint>();
  sorted.forEach(({ point, time }, index) => {
    const age = (now - time) / (24 * HOUR_MS);
    const hours = (TIERS.find(([days]) => !(age > days)) ?? TIERS[2])[1];
    const bucket = Math.floor(time / (hours * HOUR_MS));
    kept.set(index === 0 ? 'first' : `${hours}/${bucket}`, point);
  });
  const all = [...kept.values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
  return all.length > max && max > 0
    ? [...all.slice(0, 1), ...(max > 1 ? all.slice(1 - max) : [])]
    : all;
}
