import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type {
  CheckDefinition,
  FactDefinition,
  FactValue,
} from '@productops/backstage-plugin-product-ops-common';

/**
 * An entity of which a fact is asked.
 *
 * @public
 */
export interface LifecycleFactEntity {
  /** The full ref, `kind:namespace/name`, in lower case. */
  ref: string;
  /** In lower case. */
  kind: string;
  /** As written. */
  namespace: string;
  /** As written. */
  name: string;
  /** `spec.type`. */
  type?: string;
  /** The full ref of who `spec.owner` names, in lower case. */
  ownerRef?: string;
  /** The id of the stage it is in, or what it declares when that is unknown. */
  stage?: string;
  /** From 1 to 4. */
  tier?: number;
}

/**
 * A fact that another plugin knows of entities, for checks to go by.
 *
 * @public
 */
export interface LifecycleFact extends FactDefinition {
  /**
   * The values of some hundred entities at most, by ref. An entity that is left out is not known; a value of another
   * type than the fact's counts as not known. Where it rejects or takes longer than a minute, what was known before
   * stays. It must ask for all entities at once: it is called once for each batch.
   */
  collect(
    entities: readonly LifecycleFactEntity[],
  ): Promise<ReadonlyMap<string, FactValue>>;

  /**
   * Full refs of entities whose value may have changed since a time. Asked before each evaluation, every half minute:
   * it should be quick.
   */
  changes?(since: Date): Promise<Iterable<string>>;

  /** After how long a value is asked for again; an hour when absent and there is no `changes`. */
  refreshEvery?: HumanDuration;
}

/**
 * Where other plugins add facts, and checks that go by them.
 *
 * @public
 */
export interface LifecycleFactsExtensionPoint {
  /** Adds facts. Ids are unique: one that is taken stops the start of the backend. */
  addFact(...facts: LifecycleFact[]): void;

  /**
   * Adds checks for gates to demand. One with the id of a default check takes its place; one that is configured takes
   * the place of all others of its id.
   */
  addCheck(...checks: CheckDefinition[]): void;
}

/**
 * Where other plugins add facts and checks of the lifecycle, in a module of the plugin `product-ops`.
 *
 * @public
 */
export const lifecycleFactsExtensionPoint =
  createExtensionPoint<LifecycleFactsExtensionPoint>({
    id: 'product-ops.lifecycle-facts',
  });
