/**
 * A table as the text of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, so that it is read as the text that it is.
 */
export function toCsv(rows: ReadonlyArray<readonly string[]>): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
