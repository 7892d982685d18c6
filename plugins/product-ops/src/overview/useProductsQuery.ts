import type {
  GetStageBoardQuery,
  ListProductsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../components';

/** How the portfolio is looked at. @public */
export type ProductsView = 'cards' | 'table' | 'board';
export type ProductsSort = NonNullable<ListProductsQuery['sort']>;

/** How the Products page is set up. @public */
export interface ProductsSettings {
  /** How the portfolio opens when the address does not say. */
  defaultView?: ProductsView;
  /** Products on a page, 1 to 100. */
  pageSize?: number;
}

export const SORTS: ProductsSort[] = [
  'attention',
  '-attention',
  'title',
  '-title',
  'stage',
  '-stage',
  'tier',
  '-tier',
  'owner',
  '-owner',
  'type',
  '-type',
];
const VIEWS: ProductsView[] = ['cards', 'table', 'board'];
const TIERS = ['1', '2', '3', '4', 'none'] as const;

/** What the address asks of the portfolio. Values that the contract does not know are left out. */
export function useProductsQuery(settings: ProductsSettings) {
  const url = useUrlState();
  const asked = url.get('view');
  const view: ProductsView =
    VIEWS.find(one => one === asked) ?? settings.defaultView ?? 'cards';
  const sort = SORTS.find(one => one === url.get('sort')) ?? 'attention';
  const stage = url.getAll('stage');
  const owner = url.getAll('owner');
  const type = url.getAll('type');
  const tier = TIERS.filter(one => url.getAll('tier').includes(one));
  const withSubteams = url.get('withSubteams') !== 'false';
  const q = url.get('q');
  const cursor = url.get('cursor');
  const query: ListProductsQuery = {
    limit: settings.pageSize ?? 20,
    sort,
    ...(cursor && { cursor }),
    ...(stage.length && { stage }),
    ...(owner.length && { owner }),
    ...(owner.length && !withSubteams && { withSubteams }),
    ...(tier.length && { tier }),
    ...(type.length && { type }),
    ...(q && { q }),
  };
  /** The same of the stages as columns. */
  const board: GetStageBoardQuery = {
    ...(stage.length && { stage }),
    ...(owner.length && { owner }),
    ...(owner.length && !withSubteams && { withSubteams }),
    ...(tier.length && { tier }),
    ...(type.length && { type }),
    ...(q && { q }),
  };
  return {
    url,
    view,
    query,
    board,
    /** Asks for everything again, from the first page on. */
    clear: () =>
      url.patch({
        stage: undefined,
        owner: undefined,
        withSubteams: undefined,
        tier: undefined,
        type: undefined,
        q: undefined,
      }),
    selected: { stage, owner, tier, type, withSubteams, q, sort },
    filtered: Boolean(
      stage.length || owner.length || tier.length || type.length || q,
    ),
  };
}

export type ProductsQuery = ReturnType<typeof useProductsQuery>;
