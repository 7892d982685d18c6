/** Puts the cursor on a line of a text field, selects the line, and shows it. */
export function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) {
    return;
  }
  const lines = area.value.split('\n');
  const before = lines.slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(start, end);
  // Lines that are broken count as one here: the browser itself goes the rest of the way when one types.
  const height = area.scrollHeight / Math.max(1, lines.length);
  area.scrollTop = Math.max(0, (line - 4) * height);
}
