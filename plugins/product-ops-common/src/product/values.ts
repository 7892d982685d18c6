import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ISO_DATE_PATTERN, ISO_DURATION_PATTERN } from './schema';

const durationExpression = new RegExp(ISO_DURATION_PATTERN);
const dateExpression = new RegExp(ISO_DATE_PATTERN);
/** The most characters of a ref: the catalog keeps no longer ones. */
const MAX_REF = 255;
const refPartExpression = /^[^\s:/,]+$/;

/**
 * Whether a text is an ISO 8601 duration, such as `PT1H` or `P2W`.
 *
 * @public
 */
export function isIsoDuration(text: string): boolean {
  // The length is checked first, so that a hostile text never reaches the expression.
  return text.length <= 100 && durationExpression.test(text);
}

/**
 * Whether a text is a day that exists, written `YYYY-MM-DD`.
 *
 * @public
 */
export function isIsoDate(text: string): boolean {
  if (text.length !== 10 || !dateExpression.test(text)) {
    return false;
  }
  // `Date` turns the 31st of April into the 1st of May: only a real day comes back as it went in.
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Reads an entity ref, short or full, without throwing.
 *
 * @returns the full ref in lower case (`kind:namespace/name`), or nothing when it is no ref or of a kind
 *   that is not allowed.
 *
 * @public
 */
export function readEntityRef(
  text: unknown,
  options: {
    /** The kind of a ref that names none. */
    defaultKind?: string;
    /** The namespace of a ref that names none; `default` when absent. */
    defaultNamespace?: string;
    /** The kinds that are accepted, in any case; any kind when absent. */
    allowedKinds?: readonly string[];
  } = {},
): string | undefined {
  if (typeof text !== 'string' || text.length > MAX_REF) {
    return undefined;
  }
  let ref: CompoundEntityRef;
  try {
    ref = parseEntityRef(text.trim(), {
      defaultKind: options.defaultKind,
      defaultNamespace: options.defaultNamespace,
    });
  } catch {
    return undefined;
  }
  if (
    !refPartExpression.test(ref.kind) ||
    !refPartExpression.test(ref.namespace) ||
    !refPartExpression.test(ref.name)
  ) {
    return undefined;
  }
  const kind = ref.kind.toLowerCase();
  if (
    options.allowedKinds &&
    !options.allowedKinds.some(allowed => allowed.toLowerCase() === kind)
  ) {
    return undefined;
  }
  const full = stringifyEntityRef(ref);
  return full.length > MAX_REF ? undefined : full;
}

/**
 * A value as an error message shows it: JSON on one line, at most 60 characters.
 *
 * @public
 */
export function describeValue(value: unknown): string {
  let text: string;
  if (typeof value === 'string') {
    text = JSON.stringify(value.slice(0, 80));
  } else if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  } else if (typeof value === 'object' && value !== null) {
    return 'an object';
  } else {
    text = String(value);
  }
  return text.length > 60 ? `${text.slice(0, 56)}..."` : text;
}
