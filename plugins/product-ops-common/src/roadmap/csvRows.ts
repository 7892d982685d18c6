import { readEntityRef } from '../product';
import {
  cellOf,
  CsvColumn,
  LIST_COLUMNS,
  readListCell,
  SCORE_COLUMNS,
} from './csvCells';
import type { CsvProblem, CsvRow } from './csvFile';
import type { ImportOptions } from './csvImport';
import { isItemId } from './itemRefs';
import type { ItemFields, RoadmapEntry } from './items';
import type { ItemProblem } from './validateItem';

const texts: ReadonlyArray<CsvColumn & keyof ItemFields> = [
  'title',
  'description',
  'status',
  'horizon',
  'start',
  'end',
  'category',
  'goal',
  'owner',
  'origin',
];

// Spreadsheets write line ends in their own way.
const sameText = (a: string, b: string) =>
  a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');

/** What the cells say that is not so yet. Cells that are as they would be written now say nothing. */
export function saidBy(
  cells: CsvRow['cells'],
  current: RoadmapEntry | undefined,
): Record<string, unknown> {
  const differs = (column: CsvColumn) =>
    cells[column] !== undefined &&
    !sameText(cells[column]!, current ? cellOf(current, column) : '');
  const said: Record<string, unknown> = {};
  for (const column of texts.filter(differs)) {
    said[column] = cells[column] || null;
  }
  for (const column of LIST_COLUMNS.filter(differs)) {
    said[column] = readListCell(column, cells[column]!);
  }
  if (SCORE_COLUMNS.some(differs)) {
    const inputs: Record<string, unknown> = { ...current?.score };
    for (const column of SCORE_COLUMNS.filter(differs)) {
      const cell = cells[column]!.trim();
      if (cell) {
        // What is no number stays a text, which the rules about fields refuse by its name.
        inputs[column] = /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)
          ? Number(cell)
          : cell;
      } else {
        delete inputs[column];
      }
    }
    said.score = Object.keys(inputs).length > 0 ? inputs : null;
  }
  return said;
}

/** The column of a field, or of an input of its score. */
export function columnOf(path: ItemProblem['path']): string | undefined {
  const [field, input] = path;
  return field === undefined
    ? undefined
    : String(field === 'score' && input !== undefined ? input : field);
}

/** Which item a row is about, and what is wrong with that. */
export interface Place {
  entityRef?: string;
  itemId?: string;
  problems: Array<Omit<CsvProblem, 'row'>>;
}

/** Which item a row is about. */
export function placeOf({ cells }: CsvRow, options: ImportOptions): Place {
  const entity = cells.entity?.trim();
  const itemId = cells.id?.trim();
  const problems: Place['problems'] = [];
  const entityRef = entity
    ? readEntityRef(entity, {
        defaultKind: 'product',
        defaultNamespace: options.namespace,
      })
    : options.entityRef;
  if (!entityRef) {
    problems.push({
      column: 'entity',
      code: 'invalid-ref',
      message: entity
        ? `The entity is ${JSON.stringify(entity.slice(0, 60))}.`
        : 'The row names no entity.',
      expected: 'an entity, such as product:checkout',
    });
  } else if (options.acceptsEntity && !options.acceptsEntity(entityRef)) {
    problems.push({
      column: 'entity',
      code: 'unknown-entity',
      message: `No items can be written for ${entityRef}.`,
      expected: 'an entity that is there and that you may plan for',
    });
  }
  if (itemId && !isItemId(itemId)) {
    problems.push({
      column: 'id',
      code: 'invalid-id',
      message: `The id is ${JSON.stringify(itemId.slice(0, 60))}.`,
      expected:
        'up to 100 letters, digits, ".", "_" and "-", the first a letter or digit; or none for a new item',
    });
  }
  return { entityRef, itemId: itemId || undefined, problems };
}

/** Which of the items with one id a row is about: a file and the portal can have one each. */
export function meantOf(
  items: readonly RoadmapEntry[],
  { source }: CsvRow['cells'],
): RoadmapEntry | undefined {
  const present = items.filter(({ archived }) => !archived);
  const first = (of: readonly RoadmapEntry[]) =>
    of.find(item => item.source === source?.trim()) ??
    of.find(isOfFile) ??
    of[0];
  return first(present) ?? first(items);
}

/** Whether a file declares it, which says how it could be changed. */
export function isOfFile({ source, archived }: RoadmapEntry): boolean {
  return source === 'declared' && !archived;
}

/** Why an item that there is cannot be changed by a row. */
export function changeProblem(
  { cells }: CsvRow,
  current: RoadmapEntry,
): Omit<CsvProblem, 'row'> | undefined {
  if (current.source !== 'recorded') {
    return {
      column: 'source',
      code: 'read-only',
      message: `The item comes from ${
        current.source === 'declared' ? 'a file' : current.source
      }, and is changed there.`,
      expected: 'the row as it was exported',
    };
  }
  if (current.archived) {
    return {
      column: 'id',
      code: 'archived',
      message: 'The item left its source, and is kept as it was.',
      expected: 'an item that is there',
    };
  }
  const seen = cells.version?.trim();
  return seen && seen !== String(current.version)
    ? {
        column: 'version',
        code: 'stale',
        message: `The item has version ${
          current.version
        } now, the row was made from ${seen.slice(0, 20)}.`,
        expected: 'a new export',
      }
    : undefined;
}
