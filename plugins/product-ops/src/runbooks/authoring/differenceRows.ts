import { diffWordsWithSpace } from 'diff';
import type { DifferenceRow } from './differences';

/** A piece of a line, and whether it is what changed in it. */
export interface Piece {
  text: string;
  changed: boolean;
}

/** A line as it is shown. */
export interface ShownLine {
  kind: 'added' | 'removed' | 'same';
  before?: number;
  after?: number;
  pieces: Piece[];
}

/** A line of each text beside the other, or a stretch that is folded. */
export type ShownRow =
  | { kind: 'pair'; left?: ShownLine; right?: ShownLine }
  | { kind: 'folded'; count: number; before: number };

/** One button opens so many lines at most. */
export const OPENED_AT_ONCE = 500;
/** Longer lines, and pairs beyond so many, are marked as whole lines. */
const LONGEST_LINE = 1_000;
const MOST_PAIRS = 500;

const whole = (text: string): Piece[] => [{ text, changed: false }];

/** Which words of a line changed; nothing is marked where the lines have no word in common. */
export function changedWords(
  before: string,
  after: string,
): [Piece[], Piece[]] {
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE) {
    return [whole(before), whole(after)];
  }
  const parts = diffWordsWithSpace(before, after, { timeout: 20 });
  if (!parts?.some(part => !part.added && !part.removed && part.value.trim())) {
    return [whole(before), whole(after)];
  }
  const side = (other: 'added' | 'removed') =>
    parts
      .filter(part => !part[other])
      .map(part => ({
        text: part.value,
        changed: part.added === true || part.removed === true,
      }));
  return [side('added'), side('removed')];
}

/** Puts removed lines beside the added ones that follow them, and opens the folded stretches that begin at the given lines. */
export function shownRows(
  rows: readonly DifferenceRow[],
  before: string,
  opened: ReadonlySet<number>,
): ShownRow[] {
  const shown: ShownRow[] = [];
  const old = before.split('\n');
  let removed: ShownLine[] = [];
  let added: ShownLine[] = [];
  let pairs = 0;
  let now = 0;
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
      const left = removed.at(at);
      const right = added.at(at);
      if (left && right && pairs < MOST_PAIRS) {
        pairs += 1;
        [left.pieces, right.pieces] = changedWords(
          left.pieces[0].text,
          right.pieces[0].text,
        );
      }
      shown.push({ kind: 'pair', left, right });
    }
    removed = [];
    added = [];
  };
  const same = (text: string, at: number) => {
    now += 1;
    const line: ShownLine = {
      kind: 'same',
      before: at,
      after: now,
      pieces: whole(text),
    };
    shown.push({ kind: 'pair', left: line, right: line });
  };
  for (const row of rows) {
    if (row.kind === 'skipped') {
      flush();
      let { count, before: at } = row;
      while (count > 0 && opened.has(at)) {
        const some = Math.min(count, OPENED_AT_ONCE);
        for (let one = 0; one < some; one += 1) {
          same(old[at + one - 1] ?? '', at + one);
        }
        at += some;
        count -= some;
      }
      if (count > 0) {
        shown.push({ kind: 'folded', count, before: at });
        now += count;
      }
    } else if (row.kind === 'removed') {
      removed.push({ ...row, kind: 'removed', pieces: whole(row.text) });
    } else if (row.kind === 'added') {
      now += 1;
      added.push({ ...row, kind: 'added', pieces: whole(row.text) });
    } else {
      flush();
      same(row.text, row.before ?? 0);
    }
  }
  flush();
  return shown;
}
