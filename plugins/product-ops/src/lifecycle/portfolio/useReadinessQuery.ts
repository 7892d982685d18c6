import type { GetReadinessQuery } from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';

export type ReadinessBy = NonNullable<GetReadinessQuery['by']>;

export const READINESS_BYS: ReadinessBy[] = [
  'team',
  'product',
  'stage',
  'check',
  'entity',
];
export const READINESS_KINDS = [
  'product',
  'component',
  'api',
  'system',
  'resource',
] as const;
export const READINESS_TIERS = ['1', '2', '3', '4', 'none'] as const;

/** Entries on a page. */
const PAGE = 20;

/** What the address asks of readiness. Values that the contract does not know are left out. */
export function useReadinessQuery() {
  const url = useUrlState();
  const by = READINESS_BYS.find(one => one === url.get('by')) ?? 'team';
  const owner = url.get('owner');
  const product = url.get('product');
  const check = url.get('check');
  const stage = url.getAll('stage');
  const kind = url.getAll('kind');
  const tier = READINESS_TIERS.filter(one => url.getAll('tier').includes(one));
  const cursor = url.get('cursor');
  /** What all that is asked here is about. */
  const filters: GetReadinessQuery = {
    ...(owner && { owner }),
    ...(product && { product }),
    ...(stage.length && { stage }),
    ...(kind.length && { kind }),
    ...(tier.length && { tier }),
    ...(check && { check }),
  };
  const query: GetReadinessQuery = {
    by,
    limit: PAGE,
    ...(cursor && { cursor }),
    ...filters,
  };
  return {
    url,
    by,
    query,
    filters,
    selected: { owner, product, check, stage, kind, tier },
    filtered: Object.keys(filters).length > 0,
    clear: () =>
      url.patch({
        owner: undefined,
        product: undefined,
        check: undefined,
        stage: undefined,
        kind: undefined,
        tier: undefined,
      }),
  };
}

export type ReadinessState = ReturnType<typeof useReadinessQuery>;
