import Ajv, { ValidateFunction } from 'ajv';
import { schemaProblems } from '../documents/schemaProblems';
import {
  describeValue,
  isIsoDate,
  nearestName,
  readEntityRef,
} from '../product';
import { readDependency } from './itemRefs';
import { ITEM_FIELDS, ItemFields, ItemPatch } from './items';
import { roadmapItemSchema } from './schema';
import type { ItemFieldsOptions, ItemProblem } from './validateItem';
import { isOpen } from './vocabulary';

const MAX_PROBLEMS = 100;
// PostgreSQL keeps no U+0000, and no half of a surrogate pair comes back from UTF-8 as it went in.
const halfCharacter = /\p{Surrogate}/u;

let compiled: ValidateFunction | undefined;

/** The schema of a file's item, of which any part may be there; the id is no field, and milestones are a list. */
function validator(): ValidateFunction {
  if (!compiled) {
    const { id: _, ...properties } = roadmapItemSchema.properties as Record<
      string,
      object
    >;
    const text = { type: 'string', minLength: 1, maxLength: 255 };
    compiled = new Ajv({
      allErrors: true,
      verbose: true,
      strict: false,
    }).compile({
      ...roadmapItemSchema,
      required: [],
      properties: {
        ...properties,
        milestones: {
          type: 'array',
          maxItems: 50,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'value'],
            properties: { name: text, value: text },
          },
        },
      },
    });
  }
  return compiled;
}

function textProblems(
  value: unknown,
  path: Array<string | number>,
): ItemProblem[] {
  if (typeof value === 'string') {
    return value.includes('\0') || halfCharacter.test(value)
      ? [
          {
            path,
            code: 'invalid-text',
            message: `"${path.join('.')}" has a character that cannot be kept.`,
            expected: 'a text without U+0000 and without half characters',
          },
        ]
      : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) =>
        textProblems(part, [...path, Array.isArray(value) ? +name : name]),
      )
    : [];
}

function repeatedMilestone(
  milestones: ReadonlyArray<{ name: string }> | null | undefined,
): ItemProblem[] {
  const names = (milestones ?? []).map(({ name }) => name);
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  return index < 0
    ? []
    : [
        {
          path: ['milestones', index, 'name'],
          code: 'duplicate-name',
          message: `The milestone ${describeValue(
            names[index],
          )} is there twice.`,
          expected: 'each name once',
        },
      ];
}

/** Reads each field by itself. Refs come back in full, and lists without repeated entries. */
export function readFields(
  input: unknown,
  options: ItemFieldsOptions,
): { patch: ItemPatch; problems: ItemProblem[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const problem = {
      path: [],
      code: 'schema',
      message: `The item is ${describeValue(input)}.`,
      expected: 'fields with values',
    };
    return { patch: {}, problems: [problem] };
  }
  // Copied, so that what is checked is what is kept. Fields that are taken away have nothing to check.
  const entries = Object.entries(input).filter(([, v]) => v !== undefined);
  const taken = entries.filter(([, value]) => value === null);
  const given = Object.fromEntries(entries.filter(([, v]) => v !== null));
  const validate = validator();
  const problems: ItemProblem[] = [];
  if (!validate(given)) {
    problems.push(
      ...schemaProblems(validate.errors?.slice(0, MAX_PROBLEMS)).map(
        ({ path, code, message, expected }) => ({
          path,
          code,
          message,
          expected,
        }),
      ),
    );
  }
  for (const [name] of taken) {
    if (name === 'title' || name === 'status') {
      problems.push({
        path: [name],
        code: 'missing-field',
        message: `"${name}" cannot be taken away.`,
        expected: `${name}: a value`,
      });
    } else if (!(ITEM_FIELDS as readonly string[]).includes(name)) {
      const nearest = nearestName(name, ITEM_FIELDS);
      problems.push({
        path: [name],
        code: 'unknown-field',
        message: `Unknown field "${name.slice(0, 100)}".`,
        expected: nearest ?? `one of ${ITEM_FIELDS.join(', ')}`,
      });
    }
  }
  if (problems.length > 0) {
    return { patch: {}, problems: problems.slice(0, MAX_PROBLEMS) };
  }
  const patch = {
    ...given,
    ...Object.fromEntries(taken),
  } as ItemPatch;
  problems.push(...textProblems(given, []));
  if (typeof patch.title === 'string' && !patch.title.trim()) {
    problems.push({
      path: ['title'],
      code: 'schema',
      message: '"title" is blank.',
      expected: 'a text that is not empty',
    });
  }
  for (const field of ['start', 'end'] as const) {
    const day = patch[field];
    if (typeof day === 'string' && !isIsoDate(day)) {
      problems.push({
        path: [field],
        code: 'impossible-date',
        message: `"${field}" is ${describeValue(
          day,
        )}, a day that does not exist.`,
        expected: 'a day of the calendar, such as 2027-03-31',
      });
    }
  }
  if (typeof patch.owner === 'string') {
    const owner = readEntityRef(patch.owner, {
      defaultKind: 'group',
      defaultNamespace: options.namespace,
      allowedKinds: ['user', 'group'],
    });
    if (!owner) {
      problems.push({
        path: ['owner'],
        code: 'invalid-ref',
        message: `"owner" is ${describeValue(patch.owner)}.`,
        expected: 'a user or a group, such as group:payments',
      });
    }
    patch.owner = owner;
  }
  if (patch.dependsOn) {
    const refs = patch.dependsOn.map((ref, index) => {
      const read = readDependency(ref, options.namespace);
      if (!read) {
        problems.push({
          path: ['dependsOn', index],
          code: 'invalid-dependency',
          message: `"dependsOn[${index}]" is ${describeValue(ref)}.`,
          expected:
            'the id of an item, or id@<entity ref> such as passkeys@product:identity',
        });
      } else if (
        read.id === options.itemId &&
        (read.entity ?? options.entityRef) === options.entityRef
      ) {
        problems.push({
          path: ['dependsOn', index],
          code: 'depends-on-itself',
          message: `The item depends on itself: ${describeValue(ref)}.`,
          expected: 'another item',
        });
      }
      return read?.entity && read.entity !== options.entityRef
        ? `${read.id}@${read.entity}`
        : read?.id ?? ref;
    });
    patch.dependsOn = [...new Set(refs)];
  }
  if (patch.labels) {
    patch.labels = [...new Set(patch.labels)];
  }
  if (patch.score) {
    patch.score = Object.fromEntries(
      // -0 is read back from JSON and CSV as 0.
      Object.entries(patch.score).map(([name, value]) => [name, value + 0]),
    );
  }
  problems.push(...repeatedMilestone(patch.milestones));
  return { patch, problems };
}

/** What is wrong with fields together, where at least one of those concerned was written. */
export function togetherProblems(
  fields: ItemFields,
  patch: ItemPatch,
): ItemProblem[] {
  const problems: ItemProblem[] = [];
  const { start, end, status, horizon } = fields;
  if ((patch.start || patch.end) && start && end && end < start) {
    problems.push(
      patch.end
        ? {
            path: ['end'],
            code: 'ends-before-start',
            message: `It ends on ${end}, before it starts on ${start}.`,
            expected: `${start} or later`,
          }
        : {
            path: ['start'],
            code: 'ends-before-start',
            message: `It starts on ${start}, after it ends on ${end}.`,
            expected: `${end} or earlier`,
          },
    );
  }
  if (patch.horizon && horizon && !isOpen(status)) {
    problems.push({
      path: ['horizon'],
      code: 'horizon-of-closed',
      message: `It is ${status}, and has no horizon any more.`,
      expected: 'no horizon, or a status that is neither done nor dropped',
    });
  }
  return problems;
}
