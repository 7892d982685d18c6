import { JsonObject } from '@backstage/types';
import { ISO_DATE_PATTERN, PRODUCT_API_VERSION } from '../product';
import { ROADMAP_HORIZONS, ROADMAP_STATUSES } from './vocabulary';

const shortText: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };
const date: JsonObject = {
  type: 'string',
  pattern: ISO_DATE_PATTERN,
  expected: 'a date, such as 2027-03-31',
  description: 'A date, such as 2027-03-31.',
};
const input: JsonObject = { type: 'number', minimum: 0 };
const size: JsonObject = { type: 'number', exclusiveMinimum: 0 };

/**
 * The JSON schema (draft 7) of one item of a roadmap file.
 *
 * @public
 */
export const roadmapItemSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
      expected:
        'up to 100 letters, digits, ".", "_" and "-", the first a letter or digit',
      description: 'Unique within the file.',
    },
    title: { ...shortText, description: 'What it is called on the pages.' },
    description: {
      type: 'string',
      maxLength: 20_000,
      description: 'What it is about, in Markdown.',
    },
    status: {
      enum: [...ROADMAP_STATUSES],
      description: 'How far it is; proposed when absent.',
    },
    horizon: { enum: [...ROADMAP_HORIZONS], description: 'How near it is.' },
    start: date,
    end: { ...date, description: 'A date, not before start.' },
    category: {
      type: 'string',
      minLength: 1,
      maxLength: 63,
      description: 'Such as feature, maintenance or security.',
    },
    goal: {
      ...shortText,
      description:
        'The id of a goal of the product, or id@<entity ref> for one of another entity.',
    },
    owner: {
      ...shortText,
      description: 'A user or a group, such as group:payments.',
    },
    score: {
      type: 'object',
      additionalProperties: false,
      description: 'The inputs of RICE or of WSJF.',
      properties: {
        reach: input,
        impact: input,
        confidence: { type: 'number', minimum: 0, maximum: 1 },
        effort: size,
        costOfDelay: input,
        jobSize: size,
      },
    },
    dependsOn: {
      type: 'array',
      maxItems: 100,
      description: 'Items it waits for: id, or id@<entity ref>.',
      items: { type: 'string', minLength: 1, maxLength: 400 },
    },
    milestones: {
      type: 'object',
      maxProperties: 50,
      description: 'Names, each with a date or a text.',
      additionalProperties: {
        type: ['string', 'number'],
        maxLength: 255,
      },
    },
    labels: { type: 'array', maxItems: 50, items: shortText },
    links: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['url'],
        properties: {
          url: {
            type: 'string',
            maxLength: 2000,
            pattern:
              '^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\\S+$',
            expected: 'an http, https or mailto address',
          },
          title: shortText,
        },
      },
    },
    origin: { ...shortText, description: 'Where the item came from.' },
  },
};

/**
 * The JSON schema (draft 7) of a roadmap file, for editors and for the portal.
 *
 * @public
 */
export const roadmapFileSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://productops.io/schemas/Roadmap.v1alpha1.schema.json',
  title: 'Roadmap',
  description: 'Where an entity is going: a file beside its catalog-info file.',
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'items'],
  properties: {
    apiVersion: { const: PRODUCT_API_VERSION },
    kind: { const: 'Roadmap' },
    items: { type: 'array', maxItems: 2000, items: roadmapItemSchema },
  },
};
