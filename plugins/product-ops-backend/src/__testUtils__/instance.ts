import type { Entity } from '@backstage/catalog-model';

/** The configuration of instances that refresh the directory all the time. */
export const instanceConfig = {
  productOps: {
    directory: {
      schedule: {
        frequency: { milliseconds: 100 },
        timeout: { seconds: 5 },
      },
    },
  },
};

export const productNamed = (name: string): Entity => ({
  apiVersion: 'productops.io/v1alpha1',
  kind: 'Product',
  metadata: { name, namespace: 'default' },
  spec: { lifecycle: 'live' },
});
