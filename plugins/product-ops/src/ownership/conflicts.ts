import type {
  EntityLink,
  Transfer,
  Verification,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, type Fields, isFields } from '../api/conflicts';

function hasLink(value: Fields, name: string): boolean {
  const link = value[name];
  return (
    isFields(link) &&
    typeof link.ref === 'string' &&
    typeof link.title === 'string'
  );
}

function isMoved(
  value: Fields | undefined,
): value is Fields & { entity: EntityLink; owner?: EntityLink } {
  return (
    value !== undefined &&
    value.version === undefined &&
    hasLink(value, 'entity') &&
    (value.owner === undefined || hasLink(value, 'owner'))
  );
}

/** Who owns an entity now, where it moved while another owner was proposed. */
export function currentOwner(
  error: unknown,
): { owner?: EntityLink } | undefined {
  const current = currentOf(error);
  return isMoved(current) ? current : undefined;
}

function isVerification(
  value: Fields | undefined,
): value is Fields & Verification {
  return (
    value !== undefined &&
    typeof value.version === 'number' &&
    typeof value.state === 'string' &&
    typeof value.dueAt === 'string' &&
    hasLink(value, 'entity')
  );
}

function isTransfer(value: Fields | undefined): value is Fields & Transfer {
  return (
    value !== undefined &&
    typeof value.id === 'string' &&
    typeof value.version === 'number' &&
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
