import type { DocumentError } from '../api/types';

/**
 * The most that a runbook may have of each thing. The Markdown parser takes time that grows with the
 * square of what is nested, of list items and of unclosed marks in one paragraph; these bounds keep the
 * worst file at about a second, and are many times what people write.
 */
const MAX_LINES = 10_000;
const MAX_LIST_ITEMS = 4000;
const MAX_DEPTH_COLUMNS = 80;
const MAX_CONTAINERS = 32;
const MAX_PARAGRAPH_MARKS = 1500;
const MAX_MARKS = 20_000;
const MAX_PARAGRAPH_CHARACTERS = 32_768;

const marks = new Set('*_`[]<!~&|>'.split(''));

/** How deep the marks of quotes and lists at the start of a line go, and at which column the last one is. */
function containersOf(line: string): { count: number; column: number } {
  let count = 0;
  let column = 0;
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at, at + 12);
    const match = /^(?:[ \t]+|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/.exec(
      rest,
    );
    if (!match) {
      break;
    }
    if (match[0].trim()) {
      count += 1;
      column = at;
    }
    at += match[0].length;
  }
  return { count, column };
}

/**
 * Says why a Markdown text is more than the parser should be asked to read, in one pass over it.
 *
 * @returns the code, the line of the text from 1, what is wrong and what was expected; nothing when the
 *   text is fine
 */
export function complexityProblem(text: string):
  | (Required<Pick<DocumentError, 'code' | 'message' | 'expected'>> & {
      line: number;
    })
  | undefined {
  const problem = (line: number, message: string, expected: string) => ({
    code: 'too-complex',
    line,
    message,
    expected,
  });
  let total = 0;
  let items = 0;
  let paragraph = { marks: 0, characters: 0 };
  let fence: string | undefined;
  let html = false;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    if (number > MAX_LINES) {
      return problem(
        number,
        `The file has ${lines.length} lines.`,
        `at most ${MAX_LINES} lines`,
      );
    }
    if (fence) {
      const closing = line.trimEnd();
      if (closing.startsWith(fence) && !closing.replaceAll(fence[0], '')) {
        fence = undefined;
      }
      continue;
    }
    // Only a fence at the very start of a line is certain to be one. Inside raw HTML it would be none,
    // so after the first tag at the start of a line everything counts.
    html ||= /^ {0,3}</.test(line);
    const opening = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
    if (opening && !html) {
      fence = opening[1] ?? opening[2];
      paragraph = { marks: 0, characters: 0 };
      continue;
    }
    if (!line.trim()) {
      paragraph = { marks: 0, characters: 0 };
      continue;
    }
    const { count, column } = containersOf(line);
    items += count;
    if (count > MAX_CONTAINERS || column > MAX_DEPTH_COLUMNS) {
      return {
        ...problem(
          number,
          'Quotes or lists are nested too deeply here.',
          `at most ${MAX_CONTAINERS} levels, none starting after column ${MAX_DEPTH_COLUMNS}`,
        ),
        code: 'too-deep',
      };
    }
    if (items > MAX_LIST_ITEMS) {
      return problem(
        number,
        `There are more than ${MAX_LIST_ITEMS} list items and quoted lines.`,
        `at most ${MAX_LIST_ITEMS}`,
      );
    }
    paragraph.characters += line.length;
    if (paragraph.characters > MAX_PARAGRAPH_CHARACTERS) {
      return problem(
        number,
        'A paragraph is too long here.',
        `at most ${MAX_PARAGRAPH_CHARACTERS} characters without an empty line`,
      );
    }
    for (const character of line) {
      if (marks.has(character)) {
        paragraph.marks += 1;
        total += 1;
      }
    }
    if (paragraph.marks > MAX_PARAGRAPH_MARKS || total > MAX_MARKS) {
      return problem(
        number,
        'There are too many Markdown marks, such as * and [, here.',
        `at most ${MAX_PARAGRAPH_MARKS} in a paragraph and ${MAX_MARKS} in a file`,
      );
    }
  }
  return undefined;
}
