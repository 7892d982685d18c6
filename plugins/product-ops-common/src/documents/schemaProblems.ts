import type { ErrorObject } from 'ajv';
import { describeValue, nearestName } from '../product';

/** What a JSON schema says against a value, before its place in the file is known. */
export interface SchemaProblem {
  path: Array<string | number>;
  /** Whether the problem is the name of the field, not its value. */
  atKey: boolean;
  code: 'unknown-field' | 'missing-field' | 'schema';
  message: string;
  expected: string;
}

const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
};

function pathOf(pointer: string): Array<string | number> {
  return pointer
    .split('/')
    .slice(1)
    .map(part => {
      const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
      return /^\d{1,9}$/.test(name) ? Number(name) : name;
    });
}

function listed(names: readonly unknown[]): string {
  return names.map(String).join(', ');
}

function nameOf(path: ReadonlyArray<string | number>): string {
  const name = path.reduce<string>((text, part) => {
    if (typeof part === 'number') {
      return `${text}[${part}]`;
    }
    const shown = part.slice(0, 100);
    return text ? `${text}.${shown}` : shown;
  }, '');
  return name ? `"${name}"` : 'The file';
}

function expectationOf(error: ErrorObject): string {
  const { keyword, params, parentSchema = {} } = error;
  // A schema that says in words what it wants says it better than its keywords.
  if (typeof parentSchema.expected === 'string') {
    return parentSchema.expected;
  }
  switch (keyword) {
    case 'type':
      return [params.type]
        .flat()
        .map((type: string) => types[type])
        .join(' or ');
    case 'enum': {
      const allowed: unknown[] = params.allowedValues;
      const nearest =
        typeof error.data === 'string' &&
        nearestName(error.data, allowed.map(String));
      return nearest
        ? `one of ${listed(allowed)}; did you mean ${nearest}?`
        : `one of ${listed(allowed)}`;
    }
    case 'const':
      return String(params.allowedValue);
    case 'minLength':
      return 'a text that is not empty';
    case 'maxLength':
      return `at most ${params.limit} characters`;
    case 'maxItems':
      return `at most ${params.limit} entries`;
    case 'maxProperties':
      return `at most ${params.limit} fields`;
    case 'minimum':
      return `a number from ${params.limit}`;
    case 'exclusiveMinimum':
      return `a number above ${params.limit}`;
    case 'maximum':
      return `a number up to ${params.limit}`;
    default:
      return error.message ?? 'something else';
  }
}

/**
 * The errors of a schema validator in the words of the file's author.
 *
 * @param errors - of an Ajv that is `verbose`
 */
export function schemaProblems(
  errors: readonly ErrorObject[] | null | undefined,
): SchemaProblem[] {
  return (errors ?? []).flatMap((error): SchemaProblem[] => {
    const path = pathOf(error.instancePath);
    if (error.keyword === 'additionalProperties') {
      const name = String(error.params.additionalProperty);
      const known = Object.keys(error.parentSchema?.properties ?? {});
      const nearest = nearestName(name, known);
      return [
        {
          path: [...path, name],
          atKey: true,
          code: 'unknown-field',
          message: `Unknown field "${name.slice(0, 100)}".${
            nearest ? ` Did you mean "${nearest}"?` : ''
          }`,
          expected: nearest ?? `one of ${listed(known)}`,
        },
      ];
    }
    if (error.keyword === 'required') {
      const name = String(error.params.missingProperty);
      return [
        {
          path,
          atKey: false,
          code: 'missing-field',
          message: `The field "${name}" is missing.`,
          expected: `${name}: a value`,
        },
      ];
    }
    return [
      {
        path,
        atKey: false,
        code: 'schema',
        message: `${nameOf(path)} is ${describeValue(error.data)}.`,
        expected: expectationOf(error),
      },
    ];
  });
}
