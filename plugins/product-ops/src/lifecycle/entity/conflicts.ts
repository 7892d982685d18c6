import type {
  Attestation,
  StageState,
  StageTransition,
  Waiver,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, type Fields, isFields } from '../../api/conflicts';

function isTransition(
  value: Fields | undefined,
): value is Fields & StageTransition {
  return (
    value !== undefined &&
    typeof value.id === 'string' &&
    typeof value.version === 'number' &&
    typeof value.state === 'string' &&
    isFields(value.to) &&
    isFields(value.requestedBy) &&
    Array.isArray(value.blocking) &&
    Array.isArray(value.decisions)
  );
}

function isStage(value: Fields | undefined): value is Fields & StageState {
  return (
    value !== undefined &&
    typeof value.title === 'string' &&
    typeof value.known === 'boolean'
  );
}

function isAttestation(
  value: Fields | undefined,
): value is Fields & Attestation {
  return (
    value !== undefined &&
    typeof value.version === 'number' &&
    typeof value.answer === 'string' &&
    typeof value.at === 'string' &&
    isFields(value.by)
  );
}

function isWaiver(value: Fields | undefined): value is Fields & Waiver {
  return (
    value !== undefined &&
    typeof value.version === 'number' &&
    typeof value.until === 'string' &&
    typeof value.state === 'string' &&
    isFields(value.by)
  );
}

/** The transition as it is now, where somebody else was faster or its gate is closed. */
export function currentTransition(error: unknown): StageTransition | undefined {
  const current = currentOf(error);
  return isTransition(current) ? current : undefined;
}

/** The stage as it is now, where the entity has moved meanwhile. */
export function currentStage(error: unknown): StageState | undefined {
  const current = currentOf(error);
  return isStage(current) ? current : undefined;
}

/** The last answer, where somebody else has given one since. */
export function currentAttestation(error: unknown): Attestation | undefined {
  const current = currentOf(error);
  return isAttestation(current) ? current : undefined;
}

/** The waiver as it is now, where somebody else was faster. */
export function currentWaiver(error: unknown): Waiver | undefined {
  const current = currentOf(error);
  return isWaiver(current) ? current : undefined;
}
