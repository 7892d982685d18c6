import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';

/** A chart in percent of its width and height, from the upper left. */
export interface Chart {
  points: Array<{ x: number; y: number }>;
  target?: number;
  /** An even pace from the beginning to the due day. */
  pace?: { x1: number; y1: number; x2: number; y2: number };
  today: number;
  /** Values beside which a label has room. */
  labels: Array<{ value: number; y: number }>;
  /** The first and the last day in sight, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

/** Labels that are nearer than this are left out. */
const ROOM = 10;

/** Where everything of a chart is; nothing where there is nothing to draw. */
export function chartOf(
  goal: Pick<GoalDetails, 'series' | 'metric' | 'start' | 'due'>,
  now: string,
): Chart | undefined {
  const { series, metric, start, due } = goal;
  if (series.length === 0 || !metric) {
    return undefined;
  }
  const times = series.map(({ at }) => Date.parse(at));
  const first = Math.min(...times, ...(start ? [Date.parse(start)] : []));
  const last = Math.max(
    ...times,
    Date.parse(now),
    ...(due ? [Date.parse(due)] : []),
  );
  const values = series.map(({ value }) => value);
  const { baseline, target } = metric;
  const all = [
    ...values,
    ...(baseline === undefined ? [] : [baseline]),
    ...(target === undefined ? [] : [target]),
  ];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const margin = (high - low || Math.abs(high) || 1) * 0.08;
  const x = (time: number) =>
    ((time - first) / Math.max(last - first, 1)) * 100;
  const y = (value: number) =>
    ((high + margin - value) / (high - low + 2 * margin)) * 100;
  const begin = start ? Date.parse(start) : times[0];
  const labels: Chart['labels'] = [];
  for (const value of [
    ...(target === undefined ? [] : [target]),
    ...(baseline === undefined ? [] : [baseline]),
    values[values.length - 1],
  ]) {
    const at = y(value);
    if (labels.every(label => Math.abs(label.y - at) > ROOM)) {
      labels.push({ value, y: at });
    }
  }
  return {
    points: series.map(({ value }, index) => ({
      x: x(times[index]),
      y: y(value),
    })),
    ...(target !== undefined && { target: y(target) }),
    ...(target !== undefined &&
      baseline !== undefined &&
      due &&
      Date.parse(due) > begin && {
        pace: {
          x1: x(begin),
          y1: y(baseline),
          x2: x(Date.parse(due)),
          y2: y(target),
        },
      }),
    today: x(Date.parse(now)),
    labels,
    from: new Date(first).toISOString().slice(0, 10),
    to: new Date(last).toISOString().slice(0, 10),
  };
}
