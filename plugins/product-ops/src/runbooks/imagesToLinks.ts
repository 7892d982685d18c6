const FENCE = /^ {0,3}(`{3,}|~{3,})/;
// Either a code span, which is left alone, or an inline image: text, then an address with an optional title.
const CODE_OR_IMAGE =
  /(`+)(?:(?!\1)[^\n])+\1|!\[([^\]\n]{0,500})\]\(([^()\s]{1,2000})(?:\s+"[^"\n]{0,500}")?\)/g;

/**
 * Turns the images of a Markdown text into links that name them, outside of code: a page does not ask a foreign
 * server for anything before its reader does.
 */
export function imagesToLinks(
  markdown: string,
  describe: (alt: string) => string,
): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(text => {
      const mark = FENCE.exec(text)?.[1];
      if (fence) {
        if (mark?.startsWith(fence) && text.trim() === mark) {
          fence = undefined;
        }
        return text;
      }
      if (mark) {
        fence = mark;
        return text;
      }
      return text.replace(
        CODE_OR_IMAGE,
        (whole, code: string | undefined, alt: string, url: string) =>
          code ? whole : `[${describe(alt)}](${url})`,
      );
    })
    .join('\n');
}
