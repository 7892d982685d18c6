import { Entity } from '@backstage/catalog-model';
import { Random } from './random';
import { LIFECYCLES, PRODUCT_TYPES, QUALITIES, SUBJECTS } from './words';
import { groupName, userName } from './people';

export interface ProductSurroundings {
  groups: number;
  users: number;
  systems: number;
  domains: number;
  /** How many, from the first on, name a roadmap and runbooks. */
  withDocuments: number;
}

/** Products as a portfolio has them: most are complete, some lack an owner, a stage, a tier or their roles. */
export function generateProducts(
  count: number,
  around: ProductSurroundings,
  random: Random,
): Entity[] {
  return Array.from({ length: count }, (_, index) => {
    const name = productName(index);
    const dependsOn = Array.from({ length: random.below(4) }, () =>
      random.below(count),
    ).filter(other => other < index);
    return {
      apiVersion: 'productops.io/v1alpha1',
      kind: 'Product',
      metadata: {
        name,
        title: `${random.pick(QUALITIES)} ${random.pick(SUBJECTS)} ${index}`,
        description: `${random.pick(SUBJECTS)} for ${random
          .pick(SUBJECTS)
          .toLowerCase()}, without delay.`,
        ...(index < around.withDocuments
          ? {
              annotations: {
                'productops.io/roadmap': `products/${name}/roadmap.yaml`,
                'productops.io/runbooks': `products/${name}/runbooks/`,
              },
            }
          : {}),
      },
      spec: {
        type: random.pick(PRODUCT_TYPES),
        ...(random.chance(0.98) ? { lifecycle: pickLifecycle(random) } : {}),
        ...pickOwner(around, random),
        ...(random.chance(0.8)
          ? { domain: `domain-${random.below(around.domains)}` }
          : {}),
        ...(random.chance(0.85) ? { tier: 1 + random.below(4) } : {}),
        parts: unique(
          Array.from(
            { length: 1 + random.below(3) },
            () => `system:system-${random.below(around.systems)}`,
          ),
        ),
        dependsOn: unique(dependsOn.map(other => productName(other))),
        vision: 'One step from wish to done.',
        goals: [
          {
            id: 'adoption',
            title: 'Raise adoption',
            metric: { name: 'adoption', unit: '%', baseline: 40, target: 80 },
            due: '2027-06-30',
          },
        ],
        roles: pickRoles(around, random),
        ...(random.chance(0.6)
          ? { recovery: { rto: 'PT1H', rpo: 'PT15M' } }
          : {}),
      },
    };
  });
}

export function productName(index: number): string {
  return `product-${index}`;
}

export function pickLifecycle(random: Random): string {
  let rest = random.next();
  for (const [value, share] of LIFECYCLES) {
    rest -= share;
    if (rest < 0) {
      return value;
    }
  }
  return LIFECYCLES[0][0];
}

/** One in a hundred names a team that is gone, one in a hundred names none. */
function pickOwner(around: ProductSurroundings, random: Random) {
  const draw = random.next();
  if (draw < 0.01) {
    return {};
  }
  if (draw < 0.02) {
    return { owner: 'group:team-that-left' };
  }
  return { owner: `group:${groupName(random.skewedBelow(around.groups))}` };
}

function pickRoles(around: ProductSurroundings, random: Random) {
  const user = () => `user:${userName(random.below(around.users))}`;
  const group = () => `group:${groupName(random.below(around.groups))}`;
  return {
    ...(random.chance(0.9) ? { productManager: user() } : {}),
    ...(random.chance(0.8) ? { techLead: user() } : {}),
    ...(random.chance(0.7) ? { operations: group() } : {}),
    ...(random.chance(0.5) ? { support: group() } : {}),
    ...(random.chance(0.4) ? { security: group() } : {}),
  };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
