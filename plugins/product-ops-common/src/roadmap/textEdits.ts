/**
 * Lines of a text that changed.
 *
 * @public
 */
export interface ChangedLines {
  /** The first one, from 1. Where nothing stood, the one before which something is put. */
  line: number;
  lines: string[];
}

/** A part of a text that is written anew. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** From the first line that differs to the last one. */
export function changedLines(
  before: string,
  after: string,
): { before: ChangedLines; after: ChangedLines } {
  const old = before.split('\n');
  const now = after.split('\n');
  let first = 0;
  while (
    first < old.length &&
    first < now.length &&
    old[first] === now[first]
  ) {
    first += 1;
  }
  let last = 0;
  while (
    last < old.length - first &&
    last < now.length - first &&
    old[old.length - 1 - last] === now[now.length - 1 - last]
  ) {
    last += 1;
  }
  const part = (lines: string[]): ChangedLines => ({
    line: first + 1,
    lines: lines
      .slice(first, lines.length - last)
      .map(line => line.replace(/\r$/, '')),
  });
  return { before: part(old), after: part(now) };
}

/** A text with some of its parts written anew, none over another, with the line ends that it has. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  // From the end, so that places stay right: at the same place what is taken away first, then what is put, in order.
  return edits
    .map((edit, order) => ({ ...edit, order }))
    .sort(
      (a, b) =>
        b.from - a.from ||
        Number(b.to > b.from) - Number(a.to > a.from) ||
        b.order - a.order,
    )
    .reduce(
      (result, edit) =>
        result.slice(0, edit.from) +
        edit.text.replace(/\n/g, newline) +
        result.slice(edit.to),
      text,
    );
}
