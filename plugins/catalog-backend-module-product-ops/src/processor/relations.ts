import {
  DEFAULT_NAMESPACE,
  Entity,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  hasProductOpsAnnotations,
  isProductEntity,
  OWNERSHIP_ROLES,
  PRODUCT_REFERENCE_FIELDS,
  productRefOf,
  readEntityRef,
  rolesOf,
} from '@productops/backstage-plugin-product-ops-common';

/** One relation of an entity, and the one that leads back. */
export interface EntityRelationPair {
  relation: string;
  reverse: string;
  /** The full ref of the other end. */
  targetRef: string;
}

/** The value at a path below `spec`, as a list. */
export function valuesAt(entity: Entity, path: readonly string[]): unknown[] {
  let value: unknown = entity.spec;
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return value === undefined ? [] : [value].flat();
}

/**
 * The relations that the suite gives an entity: from the fields of a Product, and from the annotations of
 * any kind. Each once; none to the entity itself; what does not parse is left out.
 */
export function relationPairsOf(entity: Entity): EntityRelationPair[] {
  const isProduct = isProductEntity(entity);
  if (!isProduct && !hasProductOpsAnnotations(entity)) {
    return [];
  }

  const selfRef = stringifyEntityRef(entity);
  const pairs = new Map<string, EntityRelationPair>();
  const add = (relation: string, reverse: string, targetRef?: string) => {
    if (targetRef && targetRef !== selfRef) {
      pairs.set(`${relation} ${targetRef}`, { relation, reverse, targetRef });
    }
  };

  if (isProduct) {
    for (const field of PRODUCT_REFERENCE_FIELDS) {
      for (const value of valuesAt(entity, field.path)) {
        const targetRef = readEntityRef(value, {
          defaultKind: field.defaultKind,
          defaultNamespace: entity.metadata.namespace || DEFAULT_NAMESPACE,
          allowedKinds: field.allowedKinds,
        });
        add(field.relation, field.reverse, targetRef);
      }
    }
  }

  add(RELATION_PART_OF, RELATION_HAS_PART, productRefOf(entity));
  const holders = rolesOf(entity);
  for (const { role, relation, reverse } of OWNERSHIP_ROLES) {
    for (const holder of holders[role] ?? []) {
      add(relation, reverse, holder);
    }
  }
  return [...pairs.values()];
}
