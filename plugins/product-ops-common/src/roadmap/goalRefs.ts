import { readEntityRef } from '../product';

/**
 * What a goal is named by: its id, unique among the goals of its entity.
 *
 * @public
 */
export interface GoalRef {
  /** The full ref of the entity whose goal it is. */
  entityRef: string;
  goalId: string;
}

/**
 * The goal that an item points at: `id` is one of the item's own entity, `id@<entity ref>` one of another entity. It is
 * read as dependencies are: without a kind the entity is a product, without a namespace of the item's own one.
 *
 * @param goal - as the item has it
 * @param entityRef - the full ref of the entity on whose roadmap the item is
 *
 * @remarks
 *
 * What follows the last `@` and is no ref belongs to the id.
 *
 * @public
 */
export function goalTargetOf(goal: string, entityRef: string): GoalRef {
  const at = goal.lastIndexOf('@');
  const namespace = /^[^:]+:([^/]+)\//.exec(entityRef)?.[1];
  const other =
    at > 0 &&
    readEntityRef(goal.slice(at + 1), {
      defaultKind: 'product',
      defaultNamespace: namespace,
    });
  return other
    ? { goalId: goal.slice(0, at).trim(), entityRef: other }
    : { goalId: goal, entityRef };
}

/**
 * How an item of an entity names a goal: by its id alone where it is of the same entity.
 *
 * @public
 */
export function goalRefOf(target: GoalRef, entityRef: string): string {
  return target.entityRef === entityRef
    ? target.goalId
    : `${target.goalId}@${target.entityRef}`;
}
