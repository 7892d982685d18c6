import {
  ITEM_FIELDS,
  ROADMAP_HORIZONS,
  ROADMAP_STATUSES,
} from '@productops/backstage-plugin-product-ops-common';
import { readableDate } from '../../components';
import { type Text, useText } from '../../useText';

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function partOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) {
    return String(part);
  }
  const { name, value, title, url } = part as Record<string, unknown>;
  if (name !== undefined) {
    return `${name}: ${isDay(value) ? readableDate(value) : value}`;
  }
  return title === undefined ? String(url) : `${title} (${url})`;
}

/** A field's value in one text; nothing where there is none. */
export function valueText(
  field: string,
  value: unknown,
  t: Text,
): string | undefined {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map(partOf).join(', ') : undefined;
  }
  if (field === 'score' && typeof value === 'object') {
    const inputs = Object.entries(value as Record<string, number>);
    return inputs.length > 0
      ? inputs
          .map(([name, number]) => `${inputName(name, t)} ${number}`)
          .join(', ')
      : undefined;
  }
  if (field === 'status') {
    return statusName(String(value), t);
  }
  if (field === 'horizon') {
    return horizonName(String(value), t);
  }
  return isDay(value) ? readableDate(value) : String(value);
}

const INPUTS = [
  'reach',
  'impact',
  'confidence',
  'effort',
  'costOfDelay',
  'jobSize',
] as const;
const FIELDS = [...ITEM_FIELDS, 'rank'] as const;

function statusName(value: string, t: Text): string {
  const known = ROADMAP_STATUSES.find(one => one === value);
  return known ? t(`roadmap.statuses.${known}`) : value;
}

function horizonName(value: string, t: Text): string {
  const known = ROADMAP_HORIZONS.find(one => one === value);
  return known ? t(`roadmap.horizons.${known}`) : value;
}

export function inputName(value: string, t: Text): string {
  const known = INPUTS.find(one => one === value);
  return known ? t(`roadmap.editing.inputs.${known}`) : value;
}

/** What a field is called on the pages. */
export function fieldName(field: string, t: Text): string {
  const known = FIELDS.find(one => one === field);
  return known ? t(`roadmap.editing.fields.${known}`) : field;
}

/** A field's value, or that there is none. */
export function FieldValue(props: { field: string; value: unknown }) {
  const t = useText();
  const { field, value } = props;
  if (field === 'rank') {
    return <>{t('roadmap.editing.otherPlace')}</>;
  }
  return <>{valueText(field, value, t) ?? t('roadmap.editing.noValue')}</>;
}
