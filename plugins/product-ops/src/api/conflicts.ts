import { ResponseError } from '@backstage/errors';

/** An object of which nothing is known yet. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** What a refused write says how it is now: the answer of a 409, or undefined where it is none. */
export function currentOf(error: unknown): Fields | undefined {
  if (!(error instanceof ResponseError) || error.statusCode !== 409) {
    return undefined;
  }
  const told: unknown = error.body.error;
  const current = isFields(told) ? told.current : undefined;
  return isFields(current) ? current : undefined;
}

const FIELD = /^[a-z][\w.[\]]*: got /;
const NOTHING = /^(?:none|nothing)(?: but blanks)?; expected /;
const ABOUT = /^(\S+), (?:which|who) /;
const OTHERWISE = /^(\S+); expected /;

/**
 * A message of the backend as a person reads it: it begins with the name of a field of the request (`to: got x; ...`),
 * which says something to programs only.
 */
export function inWords(message: string): string {
  const said = message.replace(FIELD, '');
  return said === message
    ? message
    : said
        .replace(NOTHING, 'missing is ')
        .replace(ABOUT, '$1 ')
        .replace(OTHERWISE, '$1 does not fit; expected ');
}

/** What the backend said in words; an error of the network has only its own. */
export function refusalOf(error: unknown): {
  status?: number;
  message: string;
} {
  if (error instanceof ResponseError) {
    return { status: error.statusCode, message: inWords(error.cause.message) };
  }
  return { message: error instanceof Error ? error.message : String(error) };
}
