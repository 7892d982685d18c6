import {
  type ListOwnershipGapsQuery,
  OWNERSHIP_GAP_RULES,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../components';

export const GAP_TIERS = ['1', '2', '3', '4', 'none'] as const;

/** What the address asks of the list of gaps. Values that the contract does not know are left out. */
export function useGapsQuery() {
  const url = useUrlState();
  const rule = OWNERSHIP_GAP_RULES.map(known => known.rule).filter(known =>
    url.getAll('rule').includes(known),
  );
  const tier = GAP_TIERS.filter(known => url.getAll('tier').includes(known));
  const kind = url.getAll('kind');
  const owner = url.get('owner');
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListOwnershipGapsQuery = {
    limit: 20,
    ...(cursor && { cursor }),
    ...(rule.length && { rule }),
    ...(owner && { owner }),
    ...(kind.length && { kind }),
    ...(tier.length && { tier }),
    ...(q && { q }),
  };
  return {
    url,
    query,
    selected: { rule, owner, kind, tier, q },
    filtered: Boolean(rule.length || owner || kind.length || tier.length || q),
    clear: () =>
      url.patch({
        rule: undefined,
        owner: undefined,
        kind: undefined,
        tier: undefined,
        q: undefined,
      }),
  };
}
