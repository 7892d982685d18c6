import { describeValue, nearestName } from '../product';
import { goalTargetOf } from './goalRefs';
import { readFields, togetherProblems } from './itemFieldRules';
import { ItemFields, ItemPatch, patchFields } from './items';
import { DEFAULT_CATEGORIES, isOpen } from './vocabulary';

/**
 * What is wrong with a field: where, what, and what was expected.
 *
 * @public
 */
export interface ItemProblem {
  /** Field names, and places in lists from 0; empty when it is about the whole. */
  path: Array<string | number>;
  /** Stable, for tools: `unknown-field`, `missing-field`, `ends-before-start`, `schema`, ... */
  code: string;
  message: string;
  expected: string;
}

/**
 * How fields are read.
 *
 * @public
 */
export interface ItemFieldsOptions {
  /** The configured categories; the default ones when absent. */
  categories?: readonly string[];
  /** The goals that there are; they are not checked when absent. */
  goals?: readonly string[];
  /** The namespace of refs that name none; `default` when absent. */
  namespace?: string;
  /** The full ref of the entity of the item, and the item's id: what it is when it depends on itself. */
  entityRef?: string;
  itemId?: string;
}

/**
 * Fields that are fine, or all that is wrong with them (the first hundred problems).
 *
 * @remarks
 *
 * Flags are no reason to refuse: a category or a goal that nobody knows is kept and shown as such.
 *
 * @public
 */
export type ItemFieldsResult<T> =
  | { ok: true; fields: T; flags: ItemProblem[] }
  | { ok: false; problems: ItemProblem[] };

function flagsOf(fields: ItemPatch, options: ItemFieldsOptions): ItemProblem[] {
  const { categories = DEFAULT_CATEGORIES, goals } = options;
  const unknown = (
    field: 'category' | 'goal',
    known: readonly string[] | undefined,
  ): ItemProblem[] => {
    const value = fields[field];
    if (
      !value ||
      !known ||
      known.includes(value) ||
      // A goal of another entity is not among those of this one.
      (field === 'goal' && goalTargetOf(value, '').entityRef !== '')
    ) {
      return [];
    }
    const nearest = nearestName(value, known);
    return [
      {
        path: [field],
        code: `unknown-${field}`,
        message: `Unknown ${field} ${describeValue(value)}.`,
        expected: nearest ?? `one of ${known.slice(0, 50).join(', ')}`,
      },
    ];
  };
  return [...unknown('category', categories), ...unknown('goal', goals)];
}

/**
 * Reads a change of some fields: each field alone, and what they make together with those that stay. What the patch
 * does not touch is not looked at, so that an old fault elsewhere keeps nobody from mending another one.
 *
 * @remarks
 *
 * Who closes an item (done or dropped) takes its horizon away; who defers it moves it to `later` where it had one.
 *
 * @public
 */
export function validateItemPatch(
  input: unknown,
  current: ItemFields,
  options: ItemFieldsOptions = {},
): ItemFieldsResult<ItemPatch> {
  const { patch, problems } = readFields(input, options);
  if (problems.length === 0) {
    problems.push(...togetherProblems(patchFields(current, patch), patch));
  }
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  if (patch.status && patch.horizon === undefined && current.horizon) {
    if (!isOpen(patch.status)) {
      patch.horizon = null;
    } else if (patch.status === 'deferred' && current.status !== 'deferred') {
      patch.horizon = 'later';
    }
  }
  return { ok: true, fields: patch, flags: flagsOf(patch, options) };
}

/**
 * Reads the fields of a new item. It never throws.
 *
 * @param input - anything; the title is the only field that must be there
 *
 * @public
 */
export function validateItemFields(
  input: unknown,
  options: ItemFieldsOptions = {},
): ItemFieldsResult<ItemFields> {
  const empty: ItemFields = {
    title: '',
    status: 'proposed',
    dependsOn: [],
    milestones: [],
    labels: [],
    links: [],
  };
  const result = validateItemPatch(input, empty, options);
  if (result.ok && !result.fields.title) {
    return {
      ok: false,
      problems: [
        {
          path: [],
          code: 'missing-field',
          message: 'The field "title" is missing.',
          expected: 'title: a value',
        },
      ],
    };
  }
  return result.ok
    ? { ...result, fields: patchFields(empty, result.fields) }
    : result;
}
