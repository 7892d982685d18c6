import { JsonObject } from '@backstage/types';
import { PRODUCT_API_VERSION, PRODUCT_KIND } from './constants';

/**
 * How an ISO 8601 duration is written: weeks, and fractions of any unit, are fine; `P` and `PT` alone are not.
 *
 * @public
 */
export const ISO_DURATION_PATTERN =
  '^P(?=[0-9T])(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?Y)?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?M)?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?W)?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?D)?(?:T(?=[0-9])(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?H)?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?M)?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?S)?)?$';

/**
 * How a date is written: `2027-03-31`. Whether that day exists is for code to say.
 *
 * @public
 */
export const ISO_DATE_PATTERN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

// No `format` anywhere: the catalog's own validator knows none and would refuse the schema.
const ref: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };
const refs: JsonObject = { type: 'array', maxItems: 2000, items: ref };
const holders: JsonObject = {
  type: ['string', 'array'],
  minLength: 1,
  maxLength: 255,
  maxItems: 50,
  items: ref,
  description: 'A user or a group, or a list of them.',
};
const shortText: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };
const longText: JsonObject = { type: 'string', minLength: 1, maxLength: 5000 };
const duration: JsonObject = {
  type: 'string',
  pattern: ISO_DURATION_PATTERN,
  description: 'An ISO 8601 duration, such as PT1H.',
};
const date: JsonObject = {
  type: 'string',
  pattern: ISO_DATE_PATTERN,
  description: 'A date, such as 2027-03-31.',
};
const goalMetric: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: shortText,
    unit: { type: 'string', maxLength: 50 },
    baseline: { type: 'number' },
    target: { type: 'number' },
    current: { type: 'number' },
    direction: {
      type: 'string',
      enum: ['up', 'down'],
      description:
        'Where baseline and target are the same: whether it is to stay at least (up) or at most (down) so.',
    },
    source: {
      type: 'object',
      additionalProperties: false,
      required: ['prometheus', 'query'],
      description: 'Where its values are read from.',
      properties: {
        prometheus: {
          ...shortText,
          description: 'The name of a configured server.',
        },
        query: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          description: 'PromQL that gives one number.',
        },
      },
    },
  },
};

/**
 * The JSON schema (draft 7) of a goal, as a Product declares it.
 *
 * @public
 */
export const productGoalJsonSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title'],
  properties: {
    id: { ...shortText, description: 'Unique within the product.' },
    title: shortText,
    description: longText,
    metric: goalMetric,
    start: { ...date, description: 'When work on it began.' },
    due: date,
  },
};

/**
 * The JSON schema (draft 7) of the `spec` of a Product.
 *
 * @public
 */
export const productSpecJsonSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  description: 'What the product is, who answers for it and what it needs.',
  properties: {
    type: { ...shortText, description: 'Free text, as in Component.' },
    lifecycle: {
      ...shortText,
      description: 'A stage of the configured list, or one of its aliases.',
    },
    owner: { ...ref, description: 'The accountable group (or user).' },
    domain: { ...ref, description: 'The domain that it belongs to.' },
    parts: { ...refs, description: 'What it is made of.' },
    dependsOn: { ...refs, description: 'What it needs to function.' },
    tier: {
      type: 'integer',
      minimum: 1,
      maximum: 4,
      description: 'From 1 (mission critical) to 4 (best effort).',
    },
    vision: { ...longText, description: 'What it is to become, in a line.' },
    goals: {
      type: 'array',
      maxItems: 200,
      description: 'What the company wants of it.',
      items: productGoalJsonSchema,
    },
    roles: {
      type: 'object',
      additionalProperties: false,
      description: 'Typed owners.',
      properties: {
        productManager: holders,
        techLead: holders,
        operations: holders,
        support: holders,
        security: holders,
      },
    },
    recovery: {
      type: 'object',
      additionalProperties: false,
      description: 'What is promised of recovery.',
      properties: {
        rto: duration,
        rpo: duration,
        backup: {
          type: 'string',
          minLength: 1,
          maxLength: 500,
          description:
            'How its data is backed up: a sentence, or "none" when it keeps no data.',
        },
      },
    },
    milestones: {
      type: 'object',
      additionalProperties: false,
      description: 'The dates of its life.',
      properties: {
        generalAvailability: date,
        endOfSale: date,
        endOfSupport: date,
        endOfLife: date,
      },
    },
    successor: { ...ref, description: 'Who takes over after its sunset.' },
  },
};

/**
 * The JSON schema (draft 7) of a Product, for editors and for the catalog.
 *
 * @public
 */
export const productJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://productops.io/schemas/Product.v1alpha1.schema.json',
  title: 'Product',
  description: 'What the organisation offers, to customers or to itself.',
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: { const: PRODUCT_API_VERSION },
    kind: { const: PRODUCT_KIND },
    metadata: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1 } },
    },
    spec: productSpecJsonSchema,
  },
};
