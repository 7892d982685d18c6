import type { Entity } from '@backstage/catalog-model';

/** The kind whose entity page is a product page. */
export const PRODUCT_KIND = 'product';

/** Kinds that the annotations of the suite may stand on, beside Product. */
export const ATTACHABLE_KINDS = [
  'component',
  'system',
  'api',
  'resource',
  'domain',
];

function kindOf(entity: Entity): string {
  return entity.kind.toLocaleLowerCase('en-US');
}

/**
 * Whether an entity is a Product, so that its page opens with {@link EntityProductOverviewContent}.
 *
 * @public
 */
export function isProduct(entity: Entity): boolean {
  return kindOf(entity) === PRODUCT_KIND;
}

/**
 * Whether an entity can have a roadmap, runbooks and a stage: a Product, Component, System, API, Resource or
 * Domain, with or without annotations, since an empty tab says how to fill it.
 *
 * @public
 */
export function isProductOpsAvailable(entity: Entity): boolean {
  return isProduct(entity) || ATTACHABLE_KINDS.includes(kindOf(entity));
}
