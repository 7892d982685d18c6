/**
 * What a YAML text may have of what makes the parser slow: its time grows with the square of the depth, and
 * faster with keys that are written `? key`; anchors, tags and
 * directives cost too. The files of the suite are five levels deep.
 */
const MAX_DEPTH = 50;
const MAX_INDENTATION = 200;
const MAX_COMPLEX_KEYS = 10;
const MAX_MARKS = 20_000;
const MAX_LINES = 60_000;
const marked = new Set('&*!%');

/** The line, from 1, at which a YAML text is more than the parser should be asked to read. */
export function tooComplexAt(text: string): number | undefined {
  let depth = 0;
  let keys = 0;
  let marks = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const start = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line)![0];
    const indicators = start.replace(/[ \t]/g, '').length;
    const indentation = start.length;
    keys += (line.match(/(?:^|[\s[{,])\?(?=\s|$)/g) ?? []).length;
    // Brackets in a text count too: better refuse an odd file than wait for a hostile one.
    for (const character of line) {
      if (character === '[' || character === '{') {
        depth += 1;
        marks += 1;
      } else if (character === ']' || character === '}') {
        depth = Math.max(0, depth - 1);
        marks += 1;
      } else if (marked.has(character)) {
        marks += 1;
      }
    }
    if (
      index >= MAX_LINES ||
      depth > MAX_DEPTH ||
      indicators > MAX_DEPTH ||
      (indentation > MAX_INDENTATION && line.trim()) ||
      keys > MAX_COMPLEX_KEYS ||
      marks > MAX_MARKS
    ) {
      return index + 1;
    }
  }
  return undefined;
}
