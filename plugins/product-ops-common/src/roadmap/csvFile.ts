import Papa from 'papaparse';
import { describeValue, nearestName } from '../product';
import {
  cellOf,
  CsvColumn,
  CSV_COLUMNS,
  harmlessCell,
  plainCell,
} from './csvCells';
import type { RoadmapEntry } from './items';

/**
 * What is wrong with a CSV text: where, what, and what was expected.
 *
 * @public
 */
export interface CsvProblem {
  /** The row as spreadsheets count: 1 is that of the names. Nothing when it is about the whole. */
  row?: number;
  /** The name of the column. */
  column?: string;
  /** Stable, for tools: `encoding`, `delimiter`, `too-many-rows`, `unknown-column`, ... */
  code: string;
  message: string;
  expected: string;
}

/**
 * A row of a CSV text: its cells by the names of their columns.
 *
 * @public
 */
export interface CsvRow {
  /** As spreadsheets count: the first one after the names is 2. */
  row: number;
  cells: Partial<Record<CsvColumn, string>>;
}

/**
 * What is read of a CSV text at most.
 *
 * @public
 */
export interface CsvLimits {
  maxBytes: number;
  /** Without that of the names. */
  maxRows: number;
}

/**
 * The bounds that hold where none are configured.
 *
 * @public
 */
export const DEFAULT_CSV_LIMITS: CsvLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxRows: 5000,
};

const MAX_PROBLEMS = 100;
/** Spreadsheets leave blank rows at the end. They are passed over, but not without end. */
const MAX_BLANK_ROWS = 1000;
const UTF_8 = 'UTF-8: "CSV UTF-8" in the dialog that saves it';
const DELIMITERS: Array<[string, string]> = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'upright strokes'],
];

/**
 * Items as CSV: UTF-8 with a byte order mark (without it Excel guesses), commas, and `CRLF` after each row.
 *
 * @remarks
 *
 * Whatever items hold, no cell is a formula. Read with {@link readCsv} and {@link planImport}, it changes nothing.
 *
 * @public
 */
export function writeCsv(
  items: readonly RoadmapEntry[],
  columns: readonly CsvColumn[] = CSV_COLUMNS,
): string {
  const text = Papa.unparse(
    {
      fields: [...columns],
      data: items.map(item =>
        columns.map(column => harmlessCell(cellOf(item, column))),
      ),
    },
    { newline: '\r\n' },
  );
  return `\uFEFF${text}\r\n`;
}

type Decoded = { text: string } | { problem: CsvProblem };

function decoded(input: string | Uint8Array): Decoded {
  const wrong = (message: string, row?: number): Decoded => ({
    problem: {
      ...(row && { row }),
      code: 'encoding',
      message,
      expected: UTF_8,
    },
  });
  let text: string;
  if (typeof input === 'string') {
    text = input;
  } else {
    const [first, second] = input;
    if (
      (first === 0xff && second === 0xfe) ||
      (first === 0xfe && second === 0xff)
    ) {
      return wrong('The text is written in UTF-16.');
    }
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(input);
    } catch {
      const before = new TextDecoder().decode(input).split('\uFFFD')[0];
      const line = before.split(/\r\n|\r|\n/).length;
      return wrong(`Line ${line} has bytes that are no UTF-8.`, line);
    }
  }
  if (text.includes('\0')) {
    return wrong('The text has characters U+0000, as UTF-16 or no text has.');
  }
  return { text: text.replace(/^\uFEFF/, '') };
}

/** What the names of the columns say: each known, each once, and one of those that say what a row is. */
function headerProblems(header: readonly string[]): CsvProblem[] {
  const known: readonly string[] = CSV_COLUMNS;
  const line = header.join(',');
  const other = DELIMITERS.find(
    ([delimiter]) =>
      !header.includes('title') &&
      line
        .split(delimiter)
        .filter(name => known.includes(name.trim().replace(/^"|"$/g, '')))
        .length > 1,
  );
  if (other) {
    return [
      {
        row: 1,
        code: 'delimiter',
        message: `The columns are separated by ${other[1]}.`,
        expected: 'commas',
      },
    ];
  }
  const problems = header.flatMap((name, index): CsvProblem[] => {
    if (!known.includes(name)) {
      const nearest = nearestName(name, known);
      return [
        {
          row: 1,
          column: name.slice(0, 100),
          code: 'unknown-column',
          message: `Column ${index + 1} is ${describeValue(name)}.`,
          expected: nearest ?? `one of ${known.join(', ')}`,
        },
      ];
    }
    return header.indexOf(name) < index
      ? [
          {
            row: 1,
            column: name,
            code: 'duplicate-column',
            message: `The column "${name}" is there twice.`,
            expected: 'each column once',
          },
        ]
      : [];
  });
  if (
    problems.length === 0 &&
    !header.includes('id') &&
    !header.includes('title')
  ) {
    problems.push({
      row: 1,
      code: 'missing-column',
      message: 'There is neither a column "id" nor a column "title".',
      expected: `a first row with names of columns, such as ${known
        .slice(0, 5)
        .join(',')}`,
    });
  }
  return problems.slice(0, MAX_PROBLEMS);
}

/**
 * Reads a CSV text: as it came over the wire, or as a text that was decoded. It never throws, and reads no further than
 * the limits.
 *
 * @returns rows that are as long as that of the names, or what is wrong (the first hundred problems)
 *
 * @public
 */
export function readCsv(
  input: string | Uint8Array,
  limits: Partial<CsvLimits> = {},
):
  | { ok: true; columns: CsvColumn[]; rows: CsvRow[] }
  | { ok: false; problems: CsvProblem[] } {
  const { maxBytes, maxRows } = { ...DEFAULT_CSV_LIMITS, ...limits };
  const failed = (...problems: CsvProblem[]) =>
    ({ ok: false, problems } as const);
  if (input.length > maxBytes) {
    return failed({
      code: 'too-large',
      message: `The text has ${input.length} bytes.`,
      expected: `at most ${maxBytes}`,
    });
  }
  const read = decoded(input);
  if ('problem' in read) {
    return failed(read.problem);
  }
  const parsed = Papa.parse<string[]>(read.text, {
    delimiter: ',',
    preview: maxRows + MAX_BLANK_ROWS,
  });
  const [first = [], ...all] = parsed.data;
  const header = first.map(name => name.trim());
  const problems = headerProblems(header);
  if (problems.length > 0) {
    return failed(...problems);
  }
  const rows: CsvRow[] = [];
  all.forEach((values, index) => {
    if (values.every(value => value === '')) {
      return;
    }
    const row = index + 2;
    if (values.length !== header.length) {
      problems.push({
        row,
        code: 'row-length',
        message: `Row ${row} has ${values.length} cells.`,
        expected: `${header.length}, as many as there are columns; texts with a comma stand in double quotes`,
      });
    }
    rows.push({
      row,
      cells: Object.fromEntries(
        header.map((name, at) => [name, plainCell(values[at] ?? '')]),
      ),
    });
  });
  if (rows.length > maxRows || all.length > maxRows + MAX_BLANK_ROWS - 2) {
    return failed({
      row: maxRows + 2,
      code: 'too-many-rows',
      message: `There are more than ${maxRows} rows.`,
      expected: `at most ${maxRows}; split the text, or leave out what does not change`,
    });
  }
  const quotes = parsed.errors.filter(({ type }) => type === 'Quotes');
  if (quotes.length > 0) {
    // What comes after a quote that is never closed means nothing.
    const row = (quotes[0].row ?? 0) + 1;
    return failed({
      row,
      code: 'quotes',
      message: `Row ${row} has a double quote that is not closed, or text after it.`,
      expected: 'cells in double quotes, with each quote inside doubled',
    });
  }
  return problems.length > 0
    ? failed(...problems.slice(0, MAX_PROBLEMS))
    : { ok: true, columns: header as CsvColumn[], rows };
}
