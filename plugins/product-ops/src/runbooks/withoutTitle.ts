function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/**
 * The text of a heading of one `#`, or undefined where the line is none. By hand: the line is whatever somebody
 * wrote, as long as they like, and a pattern with an optional end of spaces and signs takes longer than linear.
 */
function headingText(line: string): string | undefined {
  if (line[0] !== '#' || !isBlank(line[1] ?? '')) {
    return undefined;
  }
  const text = line.slice(1).trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') {
    end -= 1;
  }
  // Signs at the end close the heading only apart from its words: “C#” is a title.
  return end === 0 || isBlank(text[end - 1]) ? text.slice(0, end).trim() : text;
}

/** The text without a first heading that only repeats the title above it. */
export function withoutTitle(content: string, title: string): string {
  const text = content.trimStart();
  const lineEnd = text.indexOf('\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  if (headingText(line) !== title) {
    return content;
  }
  return lineEnd < 0 ? '' : text.slice(lineEnd + 1);
}
