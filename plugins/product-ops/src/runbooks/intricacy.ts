// What laying out Markdown takes grows with the square of some of these. The bounds are many times what people
// write, and keep the worst text that they let through at about a second.
const MOST_CHARACTERS = 300_000;
const MOST_MARKS = 8_000;
/** Each may lie within the one before it: deeper nesting overflows the stack of what lays it out. */
const MOST_TAGS = 300;
const MOST_LIST_LINES = 1_000;
const MOST_CELLS = 10_000;
const MOST_ADDRESSES = 1_500;
/** The sum of the squares of how long the words are that could be addresses. */
const MOST_ADDRESS_WORK = 20_000_000;

const MARKS = new Set('*_`[]<!~&|');
const LIST_LINE = /^[ \t]*(?:[-*+>]|\d{1,9}[.)])/;
const OPENING_FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/**
 * Whether laying a Markdown text out would keep the browser busy for longer than a reader waits. It is told in one
 * pass over the text. Code at the very start of lines does not count: it is not laid out.
 */
export function isTooIntricate(text: string): boolean {
  if (text.length > MOST_CHARACTERS) {
    return true;
  }
  let marks = 0;
  let tags = 0;
  let listLines = 0;
  let cells = 0;
  let addresses = 0;
  let addressWork = 0;
  let paragraph = { lines: 0, pipes: 0 };
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    if (fence) {
      const closing = line.trimEnd();
      if (closing.startsWith(fence) && !closing.replaceAll(fence[0], '')) {
        fence = undefined;
      }
      continue;
    }
    const opening = OPENING_FENCE.exec(line);
    // After raw HTML a fence may be none.
    if (opening && tags === 0) {
      fence = opening[1] ?? opening[2];
      continue;
    }
    if (!line.trim()) {
      cells += paragraph.lines * paragraph.pipes;
      paragraph = { lines: 0, pipes: 0 };
      continue;
    }
    const pipes = countOf(line, '|');
    paragraph = {
      lines: paragraph.lines + 1,
      pipes: Math.max(paragraph.pipes, pipes),
    };
    for (const character of line) {
      marks += MARKS.has(character) ? 1 : 0;
    }
    tags += countOf(line, '<');
    listLines += LIST_LINE.test(line) ? 1 : 0;
    for (const word of line.split(/\s/)) {
      const found =
        countOf(word, '@') + countOf(word, '://') + countOf(word, 'www.');
      if (found > 0) {
        addresses += found;
        addressWork += word.length ** 2;
      }
    }
  }
  cells += paragraph.lines * paragraph.pipes;
  return (
    marks > MOST_MARKS ||
    tags > MOST_TAGS ||
    listLines > MOST_LIST_LINES ||
    cells > MOST_CELLS ||
    addresses > MOST_ADDRESSES ||
    addressWork > MOST_ADDRESS_WORK
  );
}
