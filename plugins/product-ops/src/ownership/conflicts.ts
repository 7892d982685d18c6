import type {
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
