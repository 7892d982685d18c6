import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Random } from './catalog/random';

export const API = '/api/product-ops';

const SEARCHES = ['basket', 'amber billing', 'ada', 'ledger', 'team'];

/** What people ask, each with another team or entity every round. */
export const QUESTIONS: ReadonlyArray<{
  name: string;
  path: (names: Names, round: number) => string;
}> = [
  { name: 'the whole organisation', path: () => '/ownership/graph?depth=2' },
  {
    name: 'the graph of a team',
    path: ({ groups }, round) =>
      `/ownership/graph?root=${at(groups, round)}&lens=gaps`,
  },
  {
    name: 'search',
    path: (_, round) => `/ownership/search?q=${at(SEARCHES, round)}`,
  },
  {
    name: 'what a team owns',
    path: ({ groups }, round) =>
      `/ownership/teams/${at(groups, round).split(':')[1]}`,
  },
  {
    name: 'dependencies of a team',
    path: ({ groups }, round) =>
      `/ownership/dependencies?team=${at(groups, round)}`,
  },
  {
    name: 'gaps, a page',
    path: () => '/ownership/gaps?limit=20',
  },
  {
    name: 'verifications, a page',
    path: () => '/ownership/verifications?limit=20',
  },
  {
    name: 'ownership of an entity',
    path: ({ products }, round) =>
      `/entities/${at(products, round).replace(':', '/')}/ownership`,
  },
];

export interface Names {
  groups: string[];
  products: string[];
}

/** Names to ask about, the same in every run. */
export function namesOf(entities: readonly Entity[]): Names {
  const random = Random.seeded(7);
  const refsOf = (kind: string) =>
    random.pickSome(
      entities
        .filter(entity => entity.kind === kind)
        .map(entity => stringifyEntityRef(entity)),
      200,
    );
  return { groups: refsOf('Group'), products: refsOf('Product') };
}

function at<T>(values: readonly T[], round: number): T {
  return values[round % values.length];
}
