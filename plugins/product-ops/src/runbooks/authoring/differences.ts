import { diffLines } from 'diff';

/** A line of one of two texts, or a number of lines that are alike in both and left out. */
export type DifferenceRow =
  | {
      kind: 'added' | 'removed' | 'same';
      text: string;
      /** Its line before and after, from 1; nothing where it is not there. */
      before?: number;
      after?: number;
    }
  | { kind: 'skipped'; count: number; before: number };

/** How two texts differ, line by line. */
export interface Difference {
  rows: DifferenceRow[];
  added: number;
  removed: number;
  /** Whether they are too long and too different to be compared in a moment. */
  given: boolean;
}

/** So many lines stay around what differs. */
const AROUND = 3;
/** How long the comparison may take; people wait for it. */
const PATIENCE_MS = 1_000;

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

type Line = Extract<DifferenceRow, { text: string }>;

/** Leaves out what is alike, but for some lines around what is not. */
function folded(lines: readonly Line[]): DifferenceRow[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, at) => {
    if (kind !== 'same') {
      for (let one = at - AROUND; one <= at + AROUND; one += 1) {
        near.add(one);
      }
    }
  });
  const rows: DifferenceRow[] = [];
  lines.forEach((line, at) => {
    if (near.has(at)) {
      rows.push(line);
      return;
    }
    const last = rows.at(-1);
    if (last?.kind === 'skipped') {
      last.count += 1;
    } else {
      rows.push({ kind: 'skipped', count: 1, before: line.before ?? 0 });
    }
  });
  return rows;
}

/** How a text has become another. */
export function differenceOf(before: string, after: string): Difference {
  // A last line without its end is the same line with one.
  const ended = (text: string) =>
    text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const parts = diffLines(ended(before), ended(after), {
    timeout: PATIENCE_MS,
  });
  if (!parts) {
    return { rows: [], added: 0, removed: 0, given: false };
  }
  const lines: Line[] = [];
  let old = 0;
  let now = 0;
  let added = 0;
  let removed = 0;
  for (const part of parts) {
    for (const text of linesOf(part.value)) {
      if (part.added) {
        now += 1;
        added += 1;
        lines.push({ kind: 'added', text, after: now });
      } else if (part.removed) {
        old += 1;
        removed += 1;
        lines.push({ kind: 'removed', text, before: old });
      } else {
        old += 1;
        now += 1;
        lines.push({ kind: 'same', text, before: old, after: now });
      }
    }
  }
  return { rows: folded(lines), added, removed, given: true };
}
