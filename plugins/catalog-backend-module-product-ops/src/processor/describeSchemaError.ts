import {
  describeValue,
  ISO_DATE_PATTERN,
  ISO_DURATION_PATTERN,
  nearestName,
} from '@productops/backstage-plugin-product-ops-common';
import { ErrorObject } from 'ajv';

/** One thing that is wrong in an entity: where, and what. */
export interface FieldError {
  /** Such as `spec`, `goals`, 0, `due`. */
  path: ReadonlyArray<string | number>;
  /** It is the field that is wrong, not its value. */
  ofKey?: boolean;
  /** What it is and what was expected, without the path. */
  message: string;
}

const typeNames = new Map([
  ['string', 'a text'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['array', 'a list'],
  ['object', 'an object with named fields'],
  ['boolean', 'true or false'],
]);

const patternNames = new Map([
  [ISO_DATE_PATTERN, 'a date, such as 2027-03-31'],
  [ISO_DURATION_PATTERN, 'an ISO 8601 duration, such as PT1H'],
]);

/** Joins field names and list positions as one writes them: `spec.goals[0].due`. */
export function pathOf(segments: ReadonlyArray<string | number>): string {
  let path = '';
  for (const segment of segments) {
    if (typeof segment === 'number') {
      path += `[${segment}]`;
    } else if (/^[A-Za-z_$][\w$-]*$/.test(segment)) {
      path += path ? `.${segment}` : segment;
    } else {
      path += `[${describeValue(segment)}]`;
    }
  }
  return path;
}

function segmentsOf(instancePath: string): Array<string | number> {
  return instancePath
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

function expectationOf(error: ErrorObject): string {
  const { keyword, params } = error;
  const schema = error.parentSchema ?? {};
  switch (keyword) {
    case 'type':
      if (schema.minimum !== undefined && schema.maximum !== undefined) {
        return `a whole number from ${schema.minimum} to ${schema.maximum}`;
      }
      if (typeof schema.pattern === 'string') {
        return patternNames.get(schema.pattern) ?? 'a text';
      }
      return [params.type]
        .flat()
        .map(type => typeNames.get(type) ?? type)
        .join(' or ');
    case 'minimum':
    case 'maximum':
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case 'minLength':
      return 'a text that is not empty';
    case 'maxLength':
      return `a text of at most ${params.limit} characters`;
    case 'enum':
      return `one of ${[params.allowedValues].flat().join(', ')}`;
    case 'maxItems':
      return `a list of at most ${params.limit}`;
    case 'pattern':
      return (
        patternNames.get(params.pattern) ?? `a text like ${params.pattern}`
      );
    default:
      return error.message ?? keyword;
  }
}

/** Says in one sentence what a schema violation is about. The validator must run with `verbose`. */
export function describeSchemaError(error: ErrorObject): FieldError {
  const segments = segmentsOf(error.instancePath);
  const fields: Record<string, { type?: string | string[] }> =
    error.parentSchema?.properties ?? {};

  if (error.keyword === 'additionalProperties') {
    const name = String(error.params.additionalProperty);
    const nearest = nearestName(name, Object.keys(fields));
    return {
      path: [...segments, name],
      ofKey: true,
      message: nearest
        ? `unknown field; did you mean "${nearest}"?`
        : `unknown field; known fields are ${Object.keys(fields).join(', ')}`,
    };
  }
  if (error.keyword === 'required') {
    const name = String(error.params.missingProperty);
    const expected = [fields[name]?.type ?? []]
      .flat()
      .map(type => typeNames.get(type) ?? type)
      .join(' or ');
    return {
      path: [...segments, name],
      message: `missing; expected ${expected}`,
    };
  }
  return {
    path: segments,
    message: `got ${describeValue(error.data)}; expected ${expectationOf(
      error,
    )}`,
  };
}
