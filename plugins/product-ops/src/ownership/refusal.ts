import { ResponseError } from '@backstage/errors';
import type {
  EntityLink,
  Transfer,
  Verification,
} from '@productops/backstage-plugin-product-ops-common';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function hasLink(value: Fields, name: string): boolean {
  const link = value[name];
  return (
    isFields(link) &&
    typeof link.ref === 'string' &&
    typeof link.title === 'string'
  );
}

/** What a refused write says how it is now: the answer of a 409, or undefined where it is none. */
export function currentOf(error: unknown): Fields | undefined {
  if (!(error instanceof ResponseError) || error.statusCode !== 409) {
    return undefined;
  }
  const told: unknown = error.body.error;
  const current = isFields(told) ? told.current : undefined;
  return isFields(current) && typeof current.version === 'number'
    ? current
    : undefined;
}

function isMoved(
  value: unknown,
): value is { entity: EntityLink; owner?: EntityLink } {
  return (
    isFields(value) &&
    value.version === undefined &&
    hasLink(value, 'entity') &&
    (value.owner === undefined || hasLink(value, 'owner'))
  );
}

/** Who owns an entity now, where it moved while another owner was proposed. */
export function currentOwner(
  error: unknown,
): { owner?: EntityLink } | undefined {
  if (!(error instanceof ResponseError) || error.statusCode !== 409) {
    return undefined;
  }
  const told: unknown = error.body.error;
  const current = isFields(told) ? told.current : undefined;
  return isMoved(current) ? current : undefined;
}

function isVerification(
  value: Fields | undefined,
): value is Fields & Verification {
  return (
    value !== undefined &&
    typeof value.state === 'string' &&
    typeof value.dueAt === 'string' &&
    hasLink(value, 'entity')
  );
}

function isTransfer(value: Fields | undefined): value is Fields & Transfer {
  return (
    value !== undefined &&
    typeof value.id === 'string' &&
    typeof value.state === 'string' &&
    hasLink(value, 'entity') &&
    hasLink(value, 'to') &&
    hasLink(value, 'proposedBy') &&
    isFields(value.comesAlong)
  );
}

/** The verification as it is now, where somebody else was faster. */
export function currentVerification(error: unknown): Verification | undefined {
  const current = currentOf(error);
  return isVerification(current) ? current : undefined;
}

/** The transfer as it is now, where somebody else was faster. */
export function currentTransfer(error: unknown): Transfer | undefined {
  const current = currentOf(error);
  return isTransfer(current) ? current : undefined;
}

/** What the backend said in words; an error of the network has only its own. */
export function refusalOf(error: unknown): {
  status?: number;
  message: string;
} {
  if (error instanceof ResponseError) {
    return { status: error.statusCode, message: error.cause.message };
  }
  return { message: error instanceof Error ? error.message : String(error) };
}
