import {
  OWNERSHIP_ROLES,
  type FactValue,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import { effectiveRoles } from '../../overview/entityFacts';
import type { FactBatch } from './types';

const MAX_ABOUT = 10;

/** Who answers for an entity: whether there are such, never who or how many they are. */
export function peopleFacts(
  entity: DirectoryEntity,
  productRef: string | undefined,
  batch: FactBatch,
): Array<[string, FactValue]> {
  const product = productRef ? batch.known.get(productRef) : undefined;
  const roles = effectiveRoles(entity, product);
  return [
    ['owner.exists', ownerExists(entity, batch)],
    ['owner.members', ownerHasPeople(entity, batch)],
    ...OWNERSHIP_ROLES.map(({ role, title }): [string, FactValue] => {
      const holders = roles
        .filter(held => held.role === role)
        .map(({ holderRef }) => holderRef);
      const name = title.toLowerCase();
      const about = holders.length
        ? { about: holders.slice(0, MAX_ABOUT) }
        : undefined;
      if (holders.length === 0) {
        return [
          `role.${role}`,
          { value: false, evidence: `Nobody is its ${name}.` },
        ];
      }
      return [
        `role.${role}`,
        holders.some(holder => batch.known.has(holder))
          ? { value: true, evidence: `Its ${name} is known.`, ...about }
          : {
              value: false,
              evidence: `Who it names as its ${name} is not in the catalog.`,
              ...about,
            },
      ];
    }),
  ];
}

function ownerExists(
  { ownerRef }: DirectoryEntity,
  { known }: FactBatch,
): FactValue {
  if (!ownerRef) {
    return { value: false, evidence: 'It names no owner.' };
  }
  return known.has(ownerRef)
    ? {
        value: true,
        evidence: 'Its owner is in the catalog.',
        about: [ownerRef],
      }
    : {
        value: false,
        evidence: 'Its owner is not in the catalog.',
        about: [ownerRef],
      };
}

function ownerHasPeople(entity: DirectoryEntity, batch: FactBatch): FactValue {
  const exists = ownerExists(entity, batch);
  const { ownerRef } = entity;
  if (!exists.value || !ownerRef) {
    return exists;
  }
  if (!ownerRef.startsWith('group:')) {
    return { value: true, evidence: 'A person owns it.', about: [ownerRef] };
  }
  return batch.hasPeople(ownerRef)
    ? {
        value: true,
        evidence: 'There are people in its owner.',
        about: [ownerRef],
      }
    : { value: false, evidence: 'Nobody is in its owner.', about: [ownerRef] };
}
