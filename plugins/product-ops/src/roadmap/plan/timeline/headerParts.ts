import {
  type TimelineScale,
  timelineTicks,
} from '@productops/backstage-plugin-product-ops-common';
import { DateTime } from 'luxon';

/** A part of the header, from where it begins to where the next one does. */
export interface HeaderPart {
  day: string;
  x: number;
  width: number;
  label: string;
}

function closed(
  parts: Array<Omit<HeaderPart, 'width'>>,
  scale: TimelineScale,
): HeaderPart[] {
  return parts.map((part, index) => ({
    ...part,
    width: (parts[index + 1]?.x ?? scale.width) - part.x,
  }));
}

const monthOf = (day: string, format: string) =>
  DateTime.fromISO(day).toFormat(format);
const quarterOf = (day: string) =>
  `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;

function* yearsBetween(first: string, last: string): Iterable<string> {
  const end = Number(last.slice(0, 4));
  for (let year = Number(first.slice(0, 4)); year <= end; year += 1) {
    yield `${String(year).padStart(4, '0')}-01-01`;
  }
}

/** The upper line: years over quarters, quarters over months, months over weeks. */
export function upperParts(
  scale: TimelineScale,
  fromX: number,
  toX: number,
): HeaderPart[] {
  if (scale.zoom === 'quarters') {
    const first = scale.dayAt(fromX);
    return closed(
      [...yearsBetween(first, scale.dayAt(toX))].map(day => ({
        day,
        x: Math.max(0, scale.x(day) ?? 0),
        label: day.slice(0, 4),
      })),
      scale,
    );
  }
  const zoom = scale.zoom === 'months' ? 'quarters' : 'months';
  // The first one begins before what shows, and before the first day where that is not one of its own.
  const ticks = timelineTicks({ ...scale, zoom }, fromX, toX);
  const parts = ticks.map(({ day, x }) => ({ day, x }));
  if (parts[0]?.x !== undefined && parts[0].x > fromX) {
    parts.unshift({ day: scale.dayAt(fromX), x: fromX });
  }
  return closed(
    parts.map(({ day, x }) => ({
      day,
      x,
      label: zoom === 'quarters' ? quarterOf(day) : monthOf(day, 'LLL yyyy'),
    })),
    scale,
  );
}

/** The lower line, and the lines of the grid: quarters, months or weeks. */
export function lowerParts(
  scale: TimelineScale,
  fromX: number,
  toX: number,
): HeaderPart[] {
  return closed(
    timelineTicks(scale, fromX, toX).map(({ day, x, label }) => ({
      day,
      x,
      label:
        scale.zoom === 'months' ? monthOf(day, 'LLL') : label.split(' ')[0],
    })),
    scale,
  );
}
