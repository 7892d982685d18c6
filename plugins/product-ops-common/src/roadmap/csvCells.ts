import type { ItemFields, RoadmapEntry } from './items';

/**
 * The columns of a roadmap as CSV, in their order.
 *
 * @remarks
 *
 * `entity` and `id` say which item a row is; `source` and `version` are told, not read as fields. `dependsOn` and
 * `labels` are lists separated by `;`, `milestones` are `name | value` and `links` are `address | title`, separated by
 * `;` as well. A `\` before `;`, `|`, `\` or a blank at an end takes it literally.
 *
 * @public
 */
export const CSV_COLUMNS = [
  'entity',
  'id',
  'source',
  'version',
  'title',
  'status',
  'horizon',
  'start',
  'end',
  'category',
  'goal',
  'owner',
  'reach',
  'impact',
  'confidence',
  'effort',
  'costOfDelay',
  'jobSize',
  'dependsOn',
  'labels',
  'milestones',
  'links',
  'origin',
  'description',
] as const;

/**
 * The name of a column of a roadmap as CSV.
 *
 * @public
 */
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** The inputs of scores: each has a column of its own. */
export const SCORE_COLUMNS = [
  'reach',
  'impact',
  'confidence',
  'effort',
  'costOfDelay',
  'jobSize',
] as const;

/** The columns that are a list. */
export const LIST_COLUMNS = [
  'dependsOn',
  'labels',
  'milestones',
  'links',
] as const;

// What a spreadsheet may take for a formula, also in full width; and the mark itself, so that it can be read back.
const risky = /^[=+\-@\t\r\n'＝＋－＠]/;
const marked = /^'[=+\-@\t\r\n'＝＋－＠]/;

/**
 * A text that no spreadsheet takes for a formula: a `'` is put before it where needed. {@link plainCell} gives it back
 * exactly as it was.
 *
 * @public
 */
export function harmlessCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/**
 * The text of a cell that {@link harmlessCell} made, or that somebody typed.
 *
 * @public
 */
export function plainCell(cell: string): string {
  return marked.test(cell) ? cell.slice(1) : cell;
}

function escaped(part: string): string {
  return part
    .split('')
    .map((character, at) => {
      const atEnd = at === 0 || at === part.length - 1;
      return /[\\;|]/.test(character) || (atEnd && /\s/.test(character))
        ? `\\${character}`
        : character;
    })
    .join('');
}

/** Writes a list of entries of one or more parts. */
export function writeList(entries: ReadonlyArray<readonly string[]>): string {
  return entries.map(parts => parts.map(escaped).join(' | ')).join('; ');
}

/** Reads what {@link writeList} wrote, or what somebody typed: blanks around entries and parts do not count. */
export function readList(cell: string): string[][] {
  const entries: string[][] = [[]];
  let part = '';
  // How much of the part is not to be trimmed at its end.
  let kept = 0;
  let written = false;
  const endPart = () => {
    entries[entries.length - 1].push(part.slice(0, kept));
    part = '';
    kept = 0;
  };
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell[at];
    if (character === '\\' && at + 1 < cell.length) {
      at += 1;
      part += cell[at];
      kept = part.length;
      written = true;
    } else if (character === ';') {
      endPart();
      entries.push([]);
    } else if (character === '|') {
      endPart();
      written = true;
    } else if (!/\s/.test(character)) {
      part += character;
      kept = part.length;
      written = true;
    } else if (part) {
      part += character;
    }
  }
  endPart();
  return written
    ? entries.filter(parts => parts.length > 1 || parts[0] !== '')
    : [];
}

/** The text of a field as its cell says it, before it is made harmless. */
export function cellOf(item: RoadmapEntry, column: CsvColumn): string {
  switch (column) {
    case 'entity':
      return item.entityRef;
    case 'id':
      return item.itemId;
    case 'version':
      return String(item.version);
    case 'dependsOn':
    case 'labels':
      return writeList(item[column].map(text => [text]));
    case 'milestones':
      return writeList(item.milestones.map(({ name, value }) => [name, value]));
    case 'links':
      return writeList(
        item.links.map(({ url, title }) => [url, ...(title ? [title] : [])]),
      );
    case 'reach':
    case 'impact':
    case 'confidence':
    case 'effort':
    case 'costOfDelay':
    case 'jobSize': {
      const input = item.score?.[column];
      return input === undefined ? '' : String(input);
    }
    default:
      return item[column] ?? '';
  }
}

/** The value of a list as its cell says it; parts beyond the second are a third field, which no item has. */
export function readListCell(
  column: (typeof LIST_COLUMNS)[number],
  cell: string,
): ItemFields[(typeof LIST_COLUMNS)[number]] | unknown[] {
  const entries = readList(cell);
  if (column === 'dependsOn' || column === 'labels') {
    return entries.map(parts => parts.join(' | '));
  }
  const [first, second] =
    column === 'milestones' ? ['name', 'value'] : ['url', 'title'];
  return entries.map(([head, ...rest]) => ({
    [first]: head,
    ...(rest.length > 0 && { [second]: rest[0] }),
    ...(rest.length > 1 && { [rest[1].slice(0, 50) || 'more']: '' }),
  }));
}
