import { Entity } from '@backstage/catalog-model';
import { groupName } from './people';
import { pickLifecycle, productName } from './products';
import { Random } from './random';
import { QUALITIES, SUBJECTS } from './words';

export interface SoftwareCounts {
  domains: number;
  systems: number;
  components: number;
  apis: number;
  resources: number;
}

export interface SoftwareSurroundings {
  groups: number;
  products: number;
}

/** How the products are built: the catalog's own kinds, related as real ones are. */
export function generateSoftware(
  counts: SoftwareCounts,
  around: SoftwareSurroundings,
  random: Random,
): Entity[] {
  const owner = () => groupName(random.skewedBelow(around.groups));
  const title = (index: number) =>
    `${random.pick(QUALITIES)} ${random.pick(SUBJECTS)} ${index}`;
  const some = (prefix: string, count: number, most: number) =>
    count === 0
      ? []
      : [
          ...new Set(
            Array.from(
              { length: random.below(most + 1) },
              () => `${prefix}${random.below(count)}`,
            ),
          ),
        ];
  const make = (
    kind: string,
    count: number,
    spec: (index: number) => Entity['spec'],
    annotations: () => Record<string, string> = () => ({}),
  ): Entity[] =>
    Array.from({ length: count }, (_, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: `${kind.toLowerCase()}-${index}`,
        title: title(index),
        description: `Does its part for ${random
          .pick(SUBJECTS)
          .toLowerCase()}.`,
        tags: random.pickSome(['java', 'go', 'typescript', 'kafka', 'sql'], 2),
        annotations: annotations(),
      },
      spec: spec(index),
    }));

  return [
    ...make('Domain', counts.domains, () => ({ owner: owner() })),
    ...make('System', counts.systems, () => ({
      owner: owner(),
      domain: `domain-${random.below(counts.domains)}`,
    })),
    ...make('API', counts.apis, () => ({
      type: 'openapi',
      lifecycle: pickLifecycle(random),
      owner: owner(),
      system: `system-${random.below(counts.systems)}`,
      definition: 'openapi: 3.1.0',
    })),
    ...make('Resource', counts.resources, () => ({
      type: random.pick(['database', 'bucket', 'queue']),
      owner: owner(),
      system: `system-${random.below(counts.systems)}`,
    })),
    ...make(
      'Component',
      counts.components,
      index => ({
        type: random.pick(['service', 'website', 'library']),
        lifecycle: pickLifecycle(random),
        owner: owner(),
        system: `system-${random.below(counts.systems)}`,
        providesApis: some('api-', counts.apis, 1),
        consumesApis: some('api-', counts.apis, 2),
        dependsOn: [
          ...some('resource:resource-', counts.resources, 2),
          ...some('component:component-', index, 2),
        ],
      }),
      (): Record<string, string> =>
        random.chance(0.2)
          ? {
              'productops.io/product': `product:${productName(
                random.below(around.products),
              )}`,
              'productops.io/tier': String(1 + random.below(4)),
            }
          : {},
    ),
  ];
}
