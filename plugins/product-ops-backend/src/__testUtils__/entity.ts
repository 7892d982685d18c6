import type { Entity } from '@backstage/catalog-model';

/** An entity as the catalog has it after processing, with its relations as pairs of type and target. */
export function entity(
  kind: string,
  name: string,
  options: {
    namespace?: string;
    spec?: object;
    relations?: Array<[type: string, targetRef: string]>;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  return {
    apiVersion:
      kind === 'Product' ? 'productops.io/v1alpha1' : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: options.namespace ?? 'default',
      annotations: options.annotations,
    },
    spec: { ...options.spec },
    relations: (options.relations ?? []).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}
