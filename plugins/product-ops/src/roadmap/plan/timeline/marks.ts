import type {
  TimelineBar,
  TimelineScale,
} from '@productops/backstage-plugin-product-ops-common';
import { isDay } from './days';
import type { TimelineEntry, TimelineSection } from './types';

export const MARK_HEIGHT = 22;
/** More lanes would push the next group off the screen: what is left keeps its diamond, and its words on hover. */
const MOST_LANES = 3;
const LETTER = 6.4;
const DIAMOND = 22;
const MOST_LETTERS = 32;

/** A day that counts, with its words beside it. */
export interface Mark {
  id: string;
  day: string;
  x: number;
  lane: number;
  label: string;
  /** The title of the item whose milestone it is; nothing for a day of the whole group. */
  item?: string;
  ends: boolean;
  /** Whether there is room for its words. */
  worded: boolean;
}

/** The milestones and other days of a group, in as many lanes as their words need. */
export function marksOf(
  section: TimelineSection,
  bars: ReadonlyArray<TimelineBar<TimelineEntry>>,
  scale: TimelineScale,
): { marks: Mark[]; lanes: number } {
  const drafts = [
    ...section.dates.map(date => ({ ...date, item: undefined })),
    ...bars.flatMap(({ item }) =>
      item.milestones.map(({ name, value }) => ({
        day: value,
        label: name,
        item: item.title,
        ends: false,
      })),
    ),
  ]
    .flatMap(draft => {
      const x = isDay(draft.day) ? scale.x(draft.day) : undefined;
      return x === undefined || x < 0 || x > scale.width
        ? []
        : [{ ...draft, x }];
    })
    .sort((a, b) => a.x - b.x);
  const ends: number[] = [];
  const marks = drafts.map((draft, index): Mark => {
    const width = DIAMOND + LETTER * Math.min(draft.label.length, MOST_LETTERS);
    const free = ends.findIndex(end => end <= draft.x);
    const found = free < 0 ? ends.length : free;
    const worded = found < MOST_LANES;
    const lane = worded ? found : MOST_LANES - 1;
    if (worded) {
      ends[lane] = draft.x + width;
    }
    return { ...draft, id: `${draft.day}/${index}`, lane, worded };
  });
  return { marks, lanes: ends.length };
}
