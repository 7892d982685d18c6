import Ajv, { ValidateFunction } from 'ajv';
import { schemaProblems } from '../documents/schemaProblems';
import {
  describeValue,
  isIsoDate,
  nearestName,
  productGoalJsonSchema,
  type ProductGoal,
  type ProductGoalMetric,
} from '../product';
import type { ItemProblem } from './validateItem';

/**
 * What a person may write of a goal. Its current value is no field: values are recorded with their moments.
 *
 * @public
 */
export interface GoalFields {
  /** 1 to 255 characters. */
  title: string;
  /** Markdown, at most 5,000 characters. */
  description?: string;
  metric?: Omit<ProductGoalMetric, 'current'>;
  /** When work on it began, `YYYY-MM-DD`. */
  start?: string;
  /** When it is to be reached, `YYYY-MM-DD`, not before `start`. */
  due?: string;
}

/**
 * A change of some fields of a goal. `null` takes a field away; a field that is absent stays as it is. The metric is one
 * field: it is replaced as a whole.
 *
 * @public
 */
export type GoalPatch = {
  [Field in keyof GoalFields]?: GoalFields[Field] | null;
};

/**
 * The fields of a goal, in the order in which pages show them.
 *
 * @public
 */
export const GOAL_FIELDS: ReadonlyArray<keyof GoalFields> = [
  'title',
  'description',
  'metric',
  'start',
  'due',
];

/**
 * What became of reading fields of a goal.
 *
 * @public
 */
export type GoalFieldsResult =
  | { ok: true; fields: GoalFields }
  | { ok: false; problems: ItemProblem[] };

// PostgreSQL keeps no U+0000, and no half of a surrogate pair comes back from UTF-8 as it went in.
const unkept = /\0|\p{Surrogate}/u;

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (!compiled) {
    const { id: _id, ...properties } = productGoalJsonSchema.properties as {
      [name: string]: object;
    };
    const metric = properties.metric as { properties: object };
    const { current: _current, ...ofMetric } = metric.properties as {
      [name: string]: object;
    };
    compiled = new Ajv({
      allErrors: true,
      verbose: true,
      strict: false,
    }).compile({
      ...productGoalJsonSchema,
      required: [],
      properties: {
        ...properties,
        metric: { ...metric, properties: ofMetric },
      },
    });
  }
  return compiled;
}

function problem(
  path: Array<string | number>,
  code: string,
  message: string,
  expected: string,
): ItemProblem {
  return { path, code, message, expected };
}

function textProblems(value: unknown, path: string[]): ItemProblem[] {
  if (typeof value === 'string') {
    return unkept.test(value)
      ? [
          problem(
            path,
            'invalid-text',
            `"${path.join('.')}" has a character that cannot be kept.`,
            'a text without U+0000 and without half characters',
          ),
        ]
      : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) =>
        textProblems(part, [...path, name]),
      )
    : [];
}

function ofTaken(names: readonly string[]): ItemProblem[] {
  return names.flatMap(name => {
    if (name === 'title') {
      return [
        problem(
          [name],
          'missing-field',
          '"title" cannot be taken away.',
          'title: a value',
        ),
      ];
    }
    return (GOAL_FIELDS as readonly string[]).includes(name)
      ? []
      : [
          problem(
            [name],
            'unknown-field',
            `Unknown field "${name.slice(0, 100)}".`,
            nearestName(name, GOAL_FIELDS) ??
              `one of ${GOAL_FIELDS.join(', ')}`,
          ),
        ];
  });
}

/** What no schema can say: days that exist, their order, a title with something in it. */
function ofMeaning(fields: GoalFields): ItemProblem[] {
  const problems: ItemProblem[] = [];
  if (!fields.title?.trim()) {
    problems.push(
      problem(
        ['title'],
        'missing-field',
        '"title" is missing or blank.',
        'a text that is not empty',
      ),
    );
  }
  for (const field of ['start', 'due'] as const) {
    const day = fields[field];
    if (day !== undefined && !isIsoDate(day)) {
      problems.push(
        problem(
          [field],
          'impossible-date',
          `"${field}" is ${describeValue(day)}, a day that does not exist.`,
          'a day of the calendar, such as 2027-03-31',
        ),
      );
    }
  }
  const { start, due } = fields;
  if (problems.length === 0 && start && due && due < start) {
    problems.push(
      problem(
        ['due'],
        'due-before-start',
        `It is due on ${due}, before it starts on ${start}.`,
        `${start} or later`,
      ),
    );
  }
  return problems;
}

/**
 * Reads a change of a goal, and gives all its fields since. It never throws.
 *
 * @param input - anything
 * @param current - the fields as they are; nothing for a new goal, which needs a title
 *
 * @public
 */
export function changeGoalFields(
  input: unknown,
  current?: GoalFields,
): GoalFieldsResult {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      ok: false,
      problems: [
        problem(
          [],
          'schema',
          `The goal is ${describeValue(input)}.`,
          'fields with values',
        ),
      ],
    };
  }
  const entries = Object.entries(input).filter(([, v]) => v !== undefined);
  const taken = entries.filter(([, v]) => v === null).map(([name]) => name);
  const given = Object.fromEntries(entries.filter(([, v]) => v !== null));
  const validate = validator();
  const problems = validate(given)
    ? textProblems(given, [])
    : schemaProblems(validate.errors?.slice(0, 100)).map(
        ({ path, code, message, expected }) =>
          problem(path, code, message, expected),
      );
  problems.push(...ofTaken(taken));
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const fields = Object.fromEntries(
    Object.entries({ ...current, ...given }).filter(
      ([name]) => !taken.includes(name),
    ),
  ) as unknown as GoalFields;
  const wrong = ofMeaning(fields);
  return wrong.length > 0
    ? { ok: false, problems: wrong }
    : { ok: true, fields };
}

/**
 * A goal of the catalog file as fields.
 *
 * @public
 */
export function goalFieldsOf(goal: Omit<ProductGoal, 'id'>): GoalFields {
  const { title, description, metric, start, due } = goal;
  const { current: _, ...measured } = metric ?? { name: '' };
  return {
    title,
    ...(description && { description }),
    ...(metric && { metric: measured }),
    ...(start && { start }),
    ...(due && { due }),
  };
}
