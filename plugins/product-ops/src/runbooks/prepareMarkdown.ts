const FENCE = /^\s*(`{3,}|~{3,})/;
/** Longer lines are no prose: they are left as they are, and their images are not loaded either. */
const LONGEST_LINE = 4_000;
// Either a code span, which is left alone, or an inline image: text, then an address with an optional title. The
// text ends at the next bracket, so that a line of openings is read once and not once for each of them.
const CODE_OR_IMAGE =
  /(`{1,8})(?:(?!\1)[^\n])+\1|!\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})(?:\s+"[^"\n]{0,500}")?\)/g;

const TASK = /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\](?=\s)/;

/**
 * The colours of code take the browser seconds when there is much of it, and minutes in one long line. A text that
 * is longer than this has none.
 */
const LONGEST_COLOURED = 32_000;
// A fence with a language, wherever a quote, a list or a footnote lets one begin.
const FENCE_WITH_LANGUAGE =
  /^((?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]{1,100}\]:)*)(`{3,}(?=[^`]*$)|~{3,}(?!~)).+$/;
// A raw tag that could name one. Inside of code that is shown it only gets a space.
const CODE_TAG = /<(?=code(?!>))/gi;

function withoutColours(text: string): string {
  return text.replace(FENCE_WITH_LANGUAGE, '$1$2').replace(CODE_TAG, '< ');
}

/**
 * Turns the images of a Markdown text into links that name them, outside of code: a page does not ask a foreign
 * server for anything before its reader does. The boxes of task lists become signs: nobody can tick them here, and a
 * box without a name says nothing to a screen reader.
 */
export function prepareMarkdown(
  markdown: string,
  describe: (alt: string) => string,
): string {
  let fence: string | undefined;
  const coloured = markdown.length <= LONGEST_COLOURED;
  return markdown
    .split('\n')
    .map(line => {
      const text = coloured ? line : withoutColours(line);
      const fenceMark = FENCE.exec(text)?.[1];
      if (fence) {
        if (fenceMark?.startsWith(fence) && text.trim() === fenceMark) {
          fence = undefined;
        }
        return text;
      }
      if (fenceMark) {
        fence = fenceMark;
        return text;
      }
      if (text.length > LONGEST_LINE) {
        return text;
      }
      return text
        .replace(
          TASK,
          (_, mark: string, state: string) =>
            `${mark}${state === ' ' ? '☐' : '☑'}`,
        )
        .replace(
          CODE_OR_IMAGE,
          (whole, code: string | undefined, alt: string, url: string) =>
            code ? whole : `[${describe(alt)}](${url})`,
        );
    })
    .join('\n');
}
