import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  describeValue,
  isIsoDate,
  PRODUCT_REFERENCE_FIELDS,
  productSpecJsonSchema,
  readEntityRef,
} from '@productops/backstage-plugin-product-ops-common';
import Ajv, { ValidateFunction } from 'ajv';
import { describeSchemaError, FieldError, pathOf } from './describeSchemaError';
import { valuesAt } from './relations';

// A file of a million unknown fields must not cost a million sentences that nobody is shown.
const MAX_ERRORS_DESCRIBED = 200;
const MAX_REFS_CHECKED = 2000;

/**
 * Tells whether a Product is well formed, and if not, everything that is wrong with it at once.
 */
export class ProductValidator {
  readonly #validate: ValidateFunction;

  private constructor(validate: ValidateFunction) {
    this.#validate = validate;
  }

  /** Compiles the schema: do it once, not once an entity. */
  static create(): ProductValidator {
    const ajv = new Ajv({
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
    });
    return new ProductValidator(
      ajv.compile({
        type: 'object',
        required: ['spec'],
        properties: { spec: productSpecJsonSchema },
      }),
    );
  }

  /** All that is wrong with a Product, each field once. The count may be more than what is described. */
  findErrors(entity: Entity): { errors: FieldError[]; count: number } {
    this.#validate(entity);
    const violations = this.#validate.errors ?? [];
    const schemaErrors = violations
      .slice(0, MAX_ERRORS_DESCRIBED)
      .map(describeSchemaError);
    // One field, one error: a value of the wrong type needs no second remark that it is no ref either.
    const byPath = new Map<string, FieldError>();
    for (const error of [
      ...schemaErrors,
      ...findReferenceErrors(entity),
      ...findDateErrors(entity),
      ...findDuplicateGoals(entity),
    ]) {
      const path = pathOf(error.path);
      if (!byPath.has(path)) {
        byPath.set(path, error);
      }
    }
    return {
      errors: [...byPath.values()],
      count: byPath.size + violations.length - schemaErrors.length,
    };
  }
}

function findReferenceErrors(entity: Entity): FieldError[] {
  const errors: FieldError[] = [];
  const selfRef = stringifyEntityRef(entity);
  for (const field of PRODUCT_REFERENCE_FIELDS) {
    const values = valuesAt(entity, field.path).slice(0, MAX_REFS_CHECKED);
    const isList = Array.isArray(valuesAtExactly(entity, field.path));
    values.forEach((value, index) => {
      if (typeof value !== 'string') {
        return;
      }
      const ref = readEntityRef(value, {
        defaultKind: field.defaultKind,
        defaultNamespace: entity.metadata.namespace || DEFAULT_NAMESPACE,
        allowedKinds: field.allowedKinds,
      });
      const expected =
        ref === selfRef ? 'another entity than the product itself' : undefined;
      if (!ref || expected) {
        errors.push({
          path: ['spec', ...field.path, ...(isList ? [index] : [])],
          message: `got ${describeValue(value)}; expected ${
            expected ?? `${field.expected} ([kind:][namespace/]name)`
          }`,
        });
      }
    });
  }
  return errors;
}

function valuesAtExactly(entity: Entity, path: readonly string[]): unknown {
  const parent = path.slice(0, -1);
  const [holder] = parent.length ? valuesAt(entity, parent) : [entity.spec];
  return typeof holder === 'object' && holder !== null
    ? (holder as Record<string, unknown>)[path[path.length - 1]]
    : undefined;
}

function goalsOf(entity: Entity): Array<Record<string, unknown> | undefined> {
  const goals: unknown = entity.spec?.goals;
  return Array.isArray(goals)
    ? goals.map(goal =>
        typeof goal === 'object' && goal !== null ? goal : undefined,
      )
    : [];
}

function findDateErrors(entity: Entity): FieldError[] {
  const dates: Array<{ path: Array<string | number>; value: unknown }> =
    goalsOf(entity).flatMap((goal, index) =>
      ['start', 'due'].map(field => ({
        path: ['spec', 'goals', index, field],
        value: goal?.[field],
      })),
    );
  const milestones: unknown = entity.spec?.milestones;
  if (typeof milestones === 'object' && milestones !== null) {
    for (const [name, value] of Object.entries(milestones)) {
      dates.push({ path: ['spec', 'milestones', name], value });
    }
  }
  return dates.flatMap(({ path, value }) =>
    typeof value === 'string' && !isIsoDate(value)
      ? {
          path,
          message: `got ${describeValue(
            value,
          )}; expected a date, such as 2027-03-31`,
        }
      : [],
  );
}

function findDuplicateGoals(entity: Entity): FieldError[] {
  const firstIndex = new Map<unknown, number>();
  return goalsOf(entity).flatMap((goal, index) => {
    const id = goal?.id;
    if (typeof id !== 'string') {
      return [];
    }
    const first = firstIndex.get(id);
    if (first === undefined) {
      firstIndex.set(id, index);
      return [];
    }
    return {
      path: ['spec', 'goals', index, 'id'],
      message: `got ${describeValue(
        id,
      )}; expected another id, spec.goals[${first}] has it`,
    };
  });
}
