import { InputError } from '@backstage/errors';
import { generateDocuments } from './documents';
import { generateGroups, generateUsers } from './people';
import { generateProducts } from './products';
import { Random } from './random';
import { generateSoftware } from './software';
import { GenerateCatalogOptions, GeneratedCatalog } from './types';

const LEAST_ENTITIES = 20;
const MOST_ENTITIES = 1_000_000;

/**
 * Makes up the catalog of an organisation: a tree of groups with people, a portfolio of products, and the systems,
 * components, APIs and resources that they are built of. What it gives depends on its options only.
 */
export function generateCatalog(
  options: GenerateCatalogOptions,
): GeneratedCatalog {
  const { entities: total, seed } = options;
  if (
    !Number.isInteger(total) ||
    total < LEAST_ENTITIES ||
    total > MOST_ENTITIES
  ) {
    throw new InputError(
      `Cannot generate ${total} entities; expected a whole number from ${LEAST_ENTITIES} to ${MOST_ENTITIES}`,
    );
  }
  const random = Random.seeded(seed);
  const share = (part: number) => Math.max(1, Math.floor(total * part));
  const counts = {
    domains: share(0.005),
    groups: share(0.05),
    users: share(0.3),
    products: share(0.1),
    systems: share(0.08),
    apis: share(0.08),
    resources: share(0.08),
  };
  const components =
    total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  const withDocuments = Math.min(options.withDocuments ?? 200, counts.products);

  const groups = generateGroups(counts.groups, random);
  return {
    entities: [
      ...groups,
      ...generateUsers(counts.users, groups, random),
      ...generateProducts(
        counts.products,
        {
          groups: counts.groups,
          users: counts.users,
          systems: counts.systems,
          domains: counts.domains,
          withDocuments,
        },
        random,
      ),
      ...generateSoftware(
        { ...counts, components },
        { groups: counts.groups, products: counts.products },
        random,
      ),
    ],
    documents: generateDocuments(withDocuments, random),
  };
}
