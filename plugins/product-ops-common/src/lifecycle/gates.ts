import type { OwnershipRole } from '../product';
import { OWNERSHIP_ROLES, readEntityRef } from '../product';
import type { CheckDefinition } from './checks';
import type { StageDefinition } from './stages';

/**
 * Who has a say: the accountable owner, the holders of a role, or a certain group or user by full ref.
 *
 * @public
 */
export type Approver = 'owner' | OwnershipRole | `${string}:${string}`;

/**
 * Entities by what they are. Several values of one field match any of them; a field that is absent matches all.
 *
 * @public
 */
export interface AppliesTo {
  /** Kinds, in any case. */
  kinds?: string[];
  /** Tiers, from 1 to 4. An entity without a tier is of none of them. */
  tiers?: number[];
  /** Values of `spec.type`, in any case. */
  types?: string[];
}

/**
 * A check that a gate demands, of all entities that the check is for or of some of them.
 *
 * @public
 */
export interface GateDemand extends AppliesTo {
  /** The id of the check. */
  check: string;
}

/**
 * What must be known of an entity to say what is demanded of it.
 *
 * @public
 */
export interface DemandedOf {
  /** In any case. */
  kind: string;
  /** From 1 to 4. */
  tier?: number;
  type?: string;
}

/**
 * Whether an entity is one of those meant.
 *
 * @public
 */
export function appliesTo(rule: AppliesTo, entity: DemandedOf): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  const { kinds, tiers, types } = rule;
  const { kind, tier, type } = entity;
  return (
    (!kinds || kinds.some(wanted => plain(wanted) === plain(kind))) &&
    (!tiers || (tier !== undefined && tiers.includes(tier))) &&
    (!types ||
      (type !== undefined &&
        types.some(wanted => plain(wanted) === plain(type))))
  );
}

/**
 * The checks that the gate of a stage demands of an entity, in the order of the gate, each once.
 *
 * @param stage - a stage of the list; nothing is demanded of an entity in none or an unknown one
 * @param checks - all checks that there are
 *
 * @public
 */
export function demandsOf(
  stage: StageDefinition | undefined,
  entity: DemandedOf,
  checks: readonly CheckDefinition[],
): CheckDefinition[] {
  const wanted = new Set(
    (stage?.gate ?? [])
      .filter(demand => appliesTo(demand, entity))
      .map(({ check }) => check),
  );
  return [...wanted].flatMap(id => {
    const check = checks.find(known => known.id === id);
    return check && appliesTo(check, entity) ? [check] : [];
  });
}

/**
 * The stages that an entity may move to, in the order of the list.
 *
 * @remarks
 *
 * By `next` of its stage. Without that: the stage after it, the one before it, and `sunset`, when the list has one that
 * is further on. An entity in no stage, or in one that is not in the list, may enter any.
 *
 * @public
 */
export function nextStagesOf(
  stageId: string | undefined,
  stages: readonly StageDefinition[],
): StageDefinition[] {
  const at = stages.findIndex(({ id }) => id === stageId);
  if (at < 0) {
    return [...stages];
  }
  const { next } = stages[at];
  if (next) {
    return stages.filter(({ id }) => id !== stageId && next.includes(id));
  }
  return stages.filter(
    ({ id }, place) =>
      Math.abs(place - at) === 1 || (id === 'sunset' && place > at),
  );
}

/**
 * Reads who has a say: `owner`, a role, or a ref of a group or user, which may be short.
 *
 * @returns nothing when it is none of these
 *
 * @public
 */
export function readApprover(text: string): Approver | undefined {
  const value = text.trim();
  if (value === 'owner') {
    return value;
  }
  const role = OWNERSHIP_ROLES.find(known => known.role === value)?.role;
  if (role) {
    return role;
  }
  // A bare word is a role that was misspelt rather than a group.
  return value.includes(':')
    ? (readEntityRef(value, { allowedKinds: ['group', 'user'] }) as
        | Approver
        | undefined)
    : undefined;
}

/**
 * What pages call somebody who has a say; the ref itself when it is one.
 *
 * @public
 */
export function approverTitle(approver: Approver): string {
  return approver === 'owner'
    ? 'Owner'
    : OWNERSHIP_ROLES.find(({ role }) => role === approver)?.title ?? approver;
}
