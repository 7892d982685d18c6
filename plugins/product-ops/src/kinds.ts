import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ROADMAP,
  ANNOTATION_RUNBOOKS,
  type StageState,
} from '@productops/backstage-plugin-product-ops-common';

/** The kind whose entity page is a product page. */
export const PRODUCT_KIND = 'product';

/** Kinds that have the tabs with or without annotations, since an empty tab says how to fill it. */
const ATTACHABLE_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

/** Kinds that are in a stage, or should be. */
const STAGED_KINDS = [PRODUCT_KIND, 'component', 'api'];

/** What makes the tabs appear on an entity of any other kind. */
const ATTACHING_ANNOTATIONS = [ANNOTATION_ROADMAP, ANNOTATION_RUNBOOKS];

function kindOf(entity: { kind: string }): string {
  return entity.kind.toLocaleLowerCase('en-US');
}

/** Whether to say of an entity in which stage it is: it declares one, or lacks one that its kind should have. */
export function hasStage(entity: { kind: string }, stage: StageState): boolean {
  return (
    Boolean(stage.stage ?? stage.declared) ||
    STAGED_KINDS.includes(kindOf(entity))
  );
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
 * Whether an entity has the tabs of the suite: a Product, Component, System, API, Resource or Domain, with or
 * without annotations, since an empty tab says how to fill it; and an entity of any other kind that names a
 * roadmap or runbooks in its annotations.
 *
 * @public
 */
export function isProductOpsAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    isProduct(entity) ||
    ATTACHABLE_KINDS.includes(kindOf(entity)) ||
    ATTACHING_ANNOTATIONS.some(name => Boolean(annotations[name]))
  );
}

/**
 * Whether an entity has the summary card: as {@link isProductOpsAvailable}, but for a Product, whose page says all
 * of it already.
 */
export function isSummaryAvailable(entity: Entity): boolean {
  return isProductOpsAvailable(entity) && !isProduct(entity);
}

/**
 * Whether an entity has the Ownership tab: everything that has owners or owns, so all but locations.
 *
 * @public
 */
export function isOwnershipAvailable(entity: Entity): boolean {
  return kindOf(entity) !== 'location';
}
