const ENTITIES = new Map([
  ['<', '&lt;'],
  ['&', '&amp;'],
]);

/** Text of others as text of a Markdown page, in one line, whatever Markdown or HTML it looks like. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /[\\`*_{}[\]<>()#+.!|~&:@-]/g,
      character => ENTITIES.get(character) ?? `\\${character}`,
    );
}
