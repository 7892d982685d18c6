import { dayNumber, dayOf, readDay } from './days';

/**
 * How much a timeline shows at once: its ticks are Mondays, first days of months, or first days of quarters, in UTC.
 *
 * @public
 */
export type TimelineZoom = 'weeks' | 'months' | 'quarters';

/**
 * The pixels of one day by zoom.
 *
 * @public
 */
export const DAY_WIDTH: Record<TimelineZoom, number> = {
  weeks: 12,
  months: 4,
  quarters: 1.5,
};

const DAY_MS = 86_400_000;
const MAX_TICKS = 500;

/**
 * Days to pixels and back. A day is as wide as the others; x = 0 is the beginning of the first day.
 *
 * @public
 */
export interface TimelineScale {
  zoom: TimelineZoom;
  /** The first and the last day, `YYYY-MM-DD`. */
  first: string;
  last: string;
  /** Pixels of one day. */
  dayWidth: number;
  /** Pixels of all days. */
  width: number;
  /** Where a day begins; nothing when it is no day. */
  x(day: string): number | undefined;
  /** The day at a place, kept within the first and the last one. */
  dayAt(x: number): string;
}

/**
 * A line of the grid with its label.
 *
 * @public
 */
export interface TimelineTick {
  /** The day on which it begins, `YYYY-MM-DD`. */
  day: string;
  x: number;
  /** `W47`, `Nov` or `Q4`; with the year at its beginning, such as `Q1 2027`. */
  label: string;
  /** The first one of a year (of a month, for weeks). */
  major: boolean;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function floorTo(day: number, zoom: TimelineZoom): number {
  const date = new Date(day * DAY_MS);
  if (zoom === 'weeks') {
    // 1970-01-01 was a Thursday.
    return day - ((((day + 3) % 7) + 7) % 7);
  }
  const step = zoom === 'months' ? 1 : 3;
  const month = Math.floor(date.getUTCMonth() / step) * step;
  date.setUTCMonth(month, 1);
  return Math.floor(date.getTime() / DAY_MS);
}

function nextOf(day: number, zoom: TimelineZoom): number {
  if (zoom === 'weeks') {
    return day + 7;
  }
  const date = new Date(day * DAY_MS);
  date.setUTCMonth(date.getUTCMonth() + (zoom === 'months' ? 1 : 3));
  return Math.floor(date.getTime() / DAY_MS);
}

/** The number of the ISO 8601 week of a Monday. */
function weekOf(monday: number): number {
  const thursday = new Date((monday + 3) * DAY_MS);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS));
}

function labelOf(day: number, zoom: TimelineZoom) {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (zoom === 'weeks') {
    const major = date.getUTCDate() <= 7;
    const week = `W${weekOf(day)}`;
    return { major, label: major ? `${week} ${MONTHS[month]} ${year}` : week };
  }
  const name = zoom === 'months' ? MONTHS[month] : `Q${month / 3 + 1}`;
  return { major: month === 0, label: month === 0 ? `${name} ${year}` : name };
}

/**
 * A scale over all days of items, rounded to whole ticks, with one before and one after.
 *
 * @param days - of items, milestones and today, in any order; what is no day is passed over
 * @param options - `dayWidth` is in pixels, that of {@link DAY_WIDTH} when absent; without any day, `today` stands alone
 *
 * @public
 */
export function timelineScale(
  days: Iterable<string | undefined>,
  options: { zoom: TimelineZoom; today: string; dayWidth?: number },
): TimelineScale {
  const { zoom, today } = options;
  const given = options.dayWidth;
  const dayWidth = given && given > 0 ? given : DAY_WIDTH[zoom];
  let low = Infinity;
  let high = -Infinity;
  for (const day of days) {
    const number = readDay(day);
    if (number !== undefined) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }
  if (low > high) {
    low = readDay(today) ?? 0;
    high = low;
  }
  const from = Math.max(
    floorTo(floorTo(low, zoom) - 1, zoom),
    dayNumber('0001-01-01'),
  );
  const after = nextOf(nextOf(floorTo(high, zoom), zoom), zoom);
  const last = Math.min(after - 1, dayNumber('9999-12-31'));
  return {
    zoom,
    first: dayOf(from)!,
    last: dayOf(last)!,
    dayWidth,
    width: (last - from + 1) * dayWidth,
    x: day => {
      const number = readDay(day);
      return number === undefined ? undefined : (number - from) * dayWidth;
    },
    dayAt: x => {
      const at = from + Math.floor((Number.isFinite(x) ? x : 0) / dayWidth);
      return dayOf(Math.max(from, Math.min(last, at)))!;
    },
  };
}

/**
 * The lines of the grid between two places, at most 500: whoever shows more at once asks for a smaller zoom.
 *
 * @public
 */
export function timelineTicks(
  scale: TimelineScale,
  fromX = 0,
  toX = scale.width,
): TimelineTick[] {
  const ticks: TimelineTick[] = [];
  const last = dayNumber(scale.dayAt(toX));
  const first = dayNumber(scale.first);
  let day = floorTo(dayNumber(scale.dayAt(fromX)), scale.zoom);
  for (
    ;
    day <= last && ticks.length < MAX_TICKS;
    day = nextOf(day, scale.zoom)
  ) {
    if (day >= first) {
      ticks.push({
        day: dayOf(day)!,
        x: (day - first) * scale.dayWidth,
        ...labelOf(day, scale.zoom),
      });
    }
  }
  return ticks;
}
