import type { CsvProblem, CsvRow } from './csvFile';
import {
  changeProblem,
  columnOf,
  isOfFile,
  meantOf,
  Place,
  placeOf,
  saidBy,
} from './csvRows';
import { itemIdOf, itemKeyOf } from './itemRefs';
import {
  diffFields,
  ItemFields,
  ItemPatch,
  patchFields,
  RoadmapEntry,
} from './items';
import {
  ItemFieldsOptions,
  ItemProblem,
  validateItemFields,
  validateItemPatch,
} from './validateItem';

/**
 * What an import makes of one row.
 *
 * @public
 */
export interface ImportRow {
  /** As spreadsheets count: the first one after the names is 2. */
  row: number;
  action: 'create' | 'change' | 'unchanged' | 'problem';
  /** The full ref of the entity; nothing when the row names none that can be read. */
  entityRef?: string;
  /** Of a new item without one, the id that it will get. */
  itemId?: string;
  /** Of an item that there is. */
  source?: string;
  title: string;
  /** Of a new item. */
  fields?: ItemFields;
  /** Of a change: what to write. */
  patch?: ItemPatch;
  /** Of an item that there is: the one that the row was compared with. */
  version?: number;
  /**
   * Of a change, the fields that differ; `null` stands for none. Of an item that a file declares they are told, too: it is
   * what the file would have to say.
   */
  before?: ItemPatch;
  after?: ItemPatch;
  /** What is no reason to refuse it, such as an unknown category. */
  flags: ItemProblem[];
  problems: CsvProblem[];
}

/**
 * What an import would do, row by row.
 *
 * @public
 */
export interface ImportPlan {
  rows: ImportRow[];
  counts: Record<ImportRow['action'], number>;
  /** Whether it may be done: all or nothing, so no row has a problem. */
  applicable: boolean;
}

/**
 * How rows are compared with what there is.
 *
 * @public
 */
export interface ImportOptions
  extends Omit<ItemFieldsOptions, 'entityRef' | 'itemId'> {
  /** The full ref of the entity of rows that name none. */
  entityRef?: string;
  /** Whether an entity is there and may have items; any may when absent. */
  acceptsEntity?: (entityRef: string) => boolean;
}

/**
 * Compares the rows of a CSV text with the items that there are: what an import would do, before it is done. Columns
 * that are not there and items without a row stay as they are.
 *
 * @remarks
 *
 * A row is an item by its entity and id; of two with one id it is the one of the source that it names, else the one that
 * is not archived, else the declared one. Without an id, or with one that is not there, it is a new item. A cell that is
 * as it would be exported now changes nothing, whatever the rules would say of it.
 *
 * @public
 */
export function planImport(
  rows: readonly CsvRow[],
  items: readonly RoadmapEntry[],
  options: ImportOptions = {},
): ImportPlan {
  const byKey = new Map<string, RoadmapEntry[]>();
  items.forEach(item => {
    const key = itemKeyOf(item);
    byKey.set(key, [...(byKey.get(key) ?? []), item]);
  });
  const currentOf = (
    { entityRef, itemId }: Place,
    cells: CsvRow['cells'],
  ): RoadmapEntry | undefined =>
    entityRef && itemId
      ? meantOf(byKey.get(itemKeyOf({ entityRef, itemId })) ?? [], cells)
      : undefined;
  const taken = new Map<string, Set<string>>();
  const take = (entityRef: string, itemId: string) => {
    const ids = taken.get(entityRef) ?? new Set();
    taken.set(entityRef, ids.add(itemId));
  };
  items.forEach(item => take(item.entityRef, item.itemId));
  const places = rows.map(row => placeOf(row, options));
  const firstRows = new Map<string, number>();
  // Ids that rows bring along are taken before any is made up.
  places.forEach(({ entityRef, itemId, problems }, index) => {
    if (entityRef && itemId) {
      const { source } = currentOf(places[index], rows[index].cells) ?? {};
      const key = `${source}/${itemKeyOf({ entityRef, itemId })}`;
      const first = firstRows.get(key);
      if (first === undefined) {
        firstRows.set(key, rows[index].row);
        take(entityRef, itemId);
      } else {
        problems.push({
          column: 'id',
          code: 'duplicate-row',
          message: `The item ${itemId} is in row ${first} already.`,
          expected: 'each item once',
        });
      }
    }
  });
  const planned = rows.map((row, index): ImportRow => {
    const { entityRef, itemId, problems } = places[index];
    const current = currentOf(places[index], row.cells);
    const base = {
      row: row.row,
      ...(entityRef && { entityRef }),
      ...(itemId && { itemId }),
      ...(current && { source: current.source, version: current.version }),
      title: (row.cells.title || current?.title || '').slice(0, 255),
      flags: [],
      problems: problems.map(problem => ({ row: row.row, ...problem })),
    };
    const refused = (
      found: ReadonlyArray<Omit<CsvProblem, 'row'>>,
    ): ImportRow => ({
      ...base,
      action: 'problem',
      problems: found.map(problem => ({ row: row.row, ...problem })),
    });
    const ofFields = (found: readonly ItemProblem[]) =>
      found.map(({ path, ...problem }) => ({
        ...problem,
        ...(columnOf(path) && { column: columnOf(path) }),
      }));
    if (problems.length > 0 || !entityRef) {
      return refused(problems);
    }
    const said = saidBy(row.cells, current);
    if (!current) {
      const fields = Object.fromEntries(
        Object.entries(said).filter(([, value]) => value !== null),
      );
      const read = validateItemFields(fields, {
        ...options,
        entityRef,
        itemId,
      });
      if (!read.ok) {
        return refused(ofFields(read.problems));
      }
      const newId =
        itemId ??
        itemIdOf(read.fields.title, taken.get(entityRef) ?? new Set());
      take(entityRef, newId);
      return {
        ...base,
        action: 'create',
        itemId: newId,
        fields: read.fields,
        flags: read.flags,
      };
    }
    if (Object.keys(said).length === 0) {
      return { ...base, action: 'unchanged' };
    }
    const read = validateItemPatch(said, current, {
      ...options,
      entityRef,
      itemId,
    });
    if (!read.ok) {
      return refused(ofFields(read.problems));
    }
    const diff = diffFields(current, patchFields(current, read.fields));
    if (Object.keys(diff.after).length === 0) {
      return { ...base, action: 'unchanged' };
    }
    const problem = changeProblem(row, current);
    return problem
      ? { ...refused([problem]), ...(isOfFile(current) && diff) }
      : {
          ...base,
          action: 'change',
          patch: read.fields,
          ...diff,
          flags: read.flags,
        };
  });
  const counts = { create: 0, change: 0, unchanged: 0, problem: 0 };
  planned.forEach(({ action }) => {
    counts[action] += 1;
  });
  return { rows: planned, counts, applicable: counts.problem === 0 };
}
