const FIRST_HEADING = /^\s*#[ \t]+([^\n]*?)[ \t]*#*[ \t]*(?:\n|$)/;

/** The text without a first heading that only repeats the title above it. */
export function withoutTitle(content: string, title: string): string {
  const heading = FIRST_HEADING.exec(content);
  return heading && heading[1] === title
    ? content.slice(heading[0].length)
    : content;
}
