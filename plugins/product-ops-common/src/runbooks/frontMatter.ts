import Ajv, { ValidateFunction } from 'ajv';
import type {
  DocumentError,
  RunbookParameter,
  RunbookType,
} from '../api/types';
import { readYaml } from '../documents';
import { schemaProblems, SchemaProblem } from '../documents/schemaProblems';
import { describeValue, isIsoDate, readEntityRef } from '../product';
import { runbookFrontMatterSchema } from './schema';

/** What the front matter of a runbook says, as far as it is right. */
export interface FrontMatter {
  id?: string;
  title?: string;
  type?: RunbookType;
  alerts?: string[];
  symptoms?: string[];
  /** As a full ref. */
  owner?: string;
  reviewEvery?: string;
  lastReviewed?: string;
  expectedDuration?: string;
  parameters?: RunbookParameter[];
}

type Fields = Omit<FrontMatter, 'parameters'> & {
  parameters?: Array<{
    name: string;
    description?: string;
    required?: boolean;
    pattern?: string;
    enum?: Array<string | number | boolean>;
    default?: string | number | boolean;
  }>;
};

type Problem = Omit<SchemaProblem, 'code'> & { code: string };

let validate: ValidateFunction | undefined;

/** The problems of the schema. Compiling it takes a while, so it waits until the first front matter comes. */
function problemsOf(value: unknown): SchemaProblem[] {
  validate ??= new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
  }).compile(runbookFrontMatterSchema);
  return validate(value) ? [] : schemaProblems(validate.errors);
}

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

function parameterProblems(
  parameters: NonNullable<Fields['parameters']>,
): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  parameters.forEach(({ name, pattern, enum: values, ...rest }, index) => {
    const report = (field: string, message: string, expected: string) =>
      problems.push({
        path: ['parameters', index, field],
        atKey: false,
        code: 'invalid-parameter',
        message,
        expected,
      });
    if (names.has(name)) {
      report('name', `The parameter "${name}" is there twice.`, 'each once');
    }
    names.add(name);
    if (pattern !== undefined && values !== undefined) {
      report(
        'pattern',
        `The parameter "${name}" has a pattern and an enum.`,
        'one of the two',
      );
    }
    if (pattern !== undefined && !compiles(pattern)) {
      report(
        'pattern',
        `The pattern of "${name}" is ${describeValue(pattern)}.`,
        'a regular expression',
      );
    }
    if (
      values !== undefined &&
      rest.default !== undefined &&
      !values.map(String).includes(String(rest.default))
    ) {
      report(
        'default',
        `The default of "${name}" is ${describeValue(rest.default)}.`,
        `one of ${values.join(', ')}`,
      );
    }
  });
  return problems;
}

/** What no schema can say: a day that exists, a ref that parses, parameters that make sense. */
function meaningProblems(fields: Fields): Problem[] {
  const problems: Problem[] = [];
  if (fields.lastReviewed !== undefined && !isIsoDate(fields.lastReviewed)) {
    problems.push({
      path: ['lastReviewed'],
      atKey: false,
      code: 'impossible-date',
      message: `"lastReviewed" is ${describeValue(
        fields.lastReviewed,
      )}, a day that does not exist.`,
      expected: 'a day of the calendar, such as 2027-03-31',
    });
  }
  const owner = { defaultKind: 'group', allowedKinds: ['user', 'group'] };
  if (fields.owner !== undefined && !readEntityRef(fields.owner, owner)) {
    problems.push({
      path: ['owner'],
      atKey: false,
      code: 'invalid-ref',
      message: `"owner" is ${describeValue(fields.owner)}.`,
      expected: 'a user or a group, such as group:sre',
    });
  }
  return [...problems, ...parameterProblems(fields.parameters ?? [])];
}

/** Splits a text into front matter and Markdown. The front matter is between two lines `---`, at the top. */
export function splitFrontMatter(text: string): {
  frontMatter?: string;
  content: string;
  contentLine: number;
} {
  if (/^---[ \t]*\n/.test(text)) {
    const start = text.indexOf('\n') + 1;
    const end = /^---[ \t]*$/m.exec(text.slice(start));
    if (end) {
      const frontMatter = text.slice(start, start + end.index);
      const rest = start + end.index + end[0].length + 1;
      return {
        frontMatter,
        content: text.slice(rest),
        contentLine: frontMatter.split('\n').length + 2,
      };
    }
  }
  return { content: text, contentLine: 1 };
}

/**
 * Reads front matter. A field that is wrong is left out and reported; the others are used.
 */
export function readFrontMatter(
  text: string,
  options: { file: string; namespace?: string },
): { fields: FrontMatter; errors: DocumentError[] } {
  const { file } = options;
  const yaml = readYaml(text, { file, firstLine: 2 });
  if (yaml.errors.length > 0) {
    return { fields: {}, errors: yaml.errors };
  }
  // Nothing between the two lines is no mistake.
  const value = yaml.value ?? {};
  const toErrors = (problems: readonly Problem[]): DocumentError[] =>
    problems.map(({ path, atKey, code, message, expected }) => ({
      code: path.length === 0 ? 'front-matter' : code,
      message:
        path.length === 0
          ? `The front matter is ${describeValue(value)}.`
          : message,
      file,
      ...(atKey ? yaml.positionOfKey(path) : yaml.positionOf(path)),
      expected,
    }));
  const problems: Problem[] = problemsOf(value);
  const errors = toErrors(problems);
  if (problems.some(({ path }) => path.length === 0)) {
    return { fields: {}, errors };
  }
  const good = (found: readonly Problem[], all: Fields): Fields => {
    const bad = new Set(found.map(({ path }) => path[0]));
    return Object.fromEntries(
      Object.entries(all).filter(([name]) => !bad.has(name)),
    );
  };
  const typed = good(problems, value as Fields);
  const meaning = meaningProblems(typed);
  errors.push(...toErrors(meaning));
  const { owner, parameters, ...rest } = good(meaning, typed);
  const ownerRef = readEntityRef(owner, {
    defaultKind: 'group',
    defaultNamespace: options.namespace,
  });
  return {
    fields: {
      ...rest,
      ...(ownerRef && { owner: ownerRef }),
      ...(parameters && {
        parameters: parameters.map(parameter => ({
          name: parameter.name,
          ...(parameter.description && { description: parameter.description }),
          required: parameter.required ?? false,
          ...(parameter.pattern && { pattern: parameter.pattern }),
          ...(parameter.enum && { enum: parameter.enum.map(String) }),
          ...(parameter.default !== undefined && {
            default: String(parameter.default),
          }),
        })),
      }),
    },
    errors,
  };
}
