import { JsonObject } from '@backstage/types';
import { ISO_DATE_PATTERN, ISO_DURATION_PATTERN } from '../product';

const shortText: JsonObject = { type: 'string', minLength: 1, maxLength: 255 };
const duration: JsonObject = {
  type: 'string',
  maxLength: 100,
  pattern: ISO_DURATION_PATTERN,
  expected: 'an ISO 8601 duration, such as P6M or PT15M',
  description: 'An ISO 8601 duration, such as P6M or PT15M.',
};
const value: JsonObject = {
  type: ['string', 'number', 'boolean'],
  maxLength: 255,
};

/**
 * The JSON schema (draft 7) of the front matter of a runbook, for editors and for the portal.
 *
 * @public
 */
export const runbookFrontMatterSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://productops.io/schemas/RunbookFrontMatter.schema.json',
  title: 'Runbook front matter',
  description: 'What a runbook says of itself above its Markdown.',
  type: 'object',
  additionalProperties: false,
  properties: {
    id: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
      expected:
        'up to 100 letters, digits, ".", "_" and "-", the first a letter or digit',
      description: 'Unique within the entity; the file name when absent.',
    },
    title: { ...shortText, description: 'The first heading when absent.' },
    type: {
      enum: ['incident', 'operational', 'maintenance', 'recovery'],
      description: 'What it is for.',
    },
    alerts: {
      type: 'array',
      maxItems: 100,
      items: shortText,
      description: 'The names of the alerts that it answers.',
    },
    symptoms: {
      type: 'array',
      maxItems: 50,
      items: shortText,
      description: 'What people notice when it is needed.',
    },
    owner: {
      ...shortText,
      description: 'A user or a group, such as group:sre.',
    },
    reviewEvery: duration,
    lastReviewed: {
      type: 'string',
      pattern: ISO_DATE_PATTERN,
      expected: 'a date, such as 2027-03-31',
      description: 'A date, such as 2027-03-31.',
    },
    expectedDuration: duration,
    parameters: {
      type: 'array',
      maxItems: 50,
      description: 'What a run of it asks for.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: {
            type: 'string',
            pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,62}$',
            expected: 'a name of letters, digits, "_", "." and "-"',
          },
          description: { type: 'string', maxLength: 1000 },
          required: { type: 'boolean' },
          pattern: {
            type: 'string',
            maxLength: 200,
            description: 'A regular expression that the value must match.',
          },
          enum: { type: 'array', minItems: 1, maxItems: 100, items: value },
          default: value,
        },
      },
    },
  },
};
