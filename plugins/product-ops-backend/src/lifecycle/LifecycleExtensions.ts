import { InputError } from '@backstage/errors';
import {
  BUILT_IN_FACTS,
  type CheckDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  LifecycleFact,
  LifecycleFactsExtensionPoint,
} from '@productops/backstage-plugin-product-ops-node';

/** What modules add to the lifecycle. */
export class LifecycleExtensions implements LifecycleFactsExtensionPoint {
  readonly #facts: LifecycleFact[] = [];
  readonly #checks: CheckDefinition[] = [];

  static create(): LifecycleExtensions {
    return new LifecycleExtensions();
  }

  private constructor() {}

  get facts(): readonly LifecycleFact[] {
    return this.#facts;
  }

  get checks(): readonly CheckDefinition[] {
    return this.#checks;
  }

  addFact(...facts: LifecycleFact[]): void {
    for (const fact of facts) {
      if (
        [...BUILT_IN_FACTS, ...this.#facts].some(({ id }) => id === fact.id)
      ) {
        throw new InputError(
          `A module adds the fact ${JSON.stringify(
            fact.id,
          )}, which there is already; expected an id that is not taken`,
        );
      }
      this.#facts.push(fact);
    }
  }

  addCheck(...checks: CheckDefinition[]): void {
    this.#checks.push(...checks);
  }
}
