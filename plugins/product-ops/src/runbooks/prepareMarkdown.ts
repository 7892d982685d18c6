const FENCE = /^\s*(`{3,}|~{3,})/;
/** Longer lines are no prose: they are left as they are, and their images are not loaded either. */
const LONGEST_LINE = 4_000;
// Either a code span, which is left alone, or an inline image: text, then an address with an optional title. The
// text ends at the next bracket, so that a line of openings is read once and not once for each of them.
const CODE_OR_IMAGE =
  /(`{1,8})(?:(?!\1)[^\n])+\1|!\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})(?:\s+"[^"\n]{0,500}")?\)/g;

/**
 * Turns the images of a Markdown text into links that name them, outside of code: a page does not ask a foreign
 * server for anything before its reader does. Those of which the addresses are given stay images.
 */
export function prepareMarkdown(
  markdown: string,
  describe: (alt: string) => string,
  shown: ReadonlySet<string> = new Set(),
): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(text => {
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
      return text.replace(
        CODE_OR_IMAGE,
        (whole, code: string | undefined, alt: string, url: string) =>
          code || shown.has(url) ? whole : `[${describe(alt)}](${url})`,
      );
    })
    .join('\n');
}
