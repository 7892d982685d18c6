import type { ListProductsQuery } from '@productops/backstage-plugin-product-ops-common';
import type { VisibleFilter } from '../../permissions/types';

/** What stands for the absence of a value in filters and facets. */
export const NONE = 'none';

/** What to sort products by. */
export type ProductSort = NonNullable<ListProductsQuery['sort']>;

/** A filter that has a facet. */
export type ProductFacetName = 'stage' | 'owner' | 'tier' | 'type';

/** Which products to look at. An absent filter lets all pass. */
export interface ProductFilter {
  visible: VisibleFilter;
  /** Stages as stored, or `none`. */
  stage?: readonly string[];
  /** Full refs of owners, descendants included, or `none`. */
  owner?: readonly string[];
  tier?: readonly string[];
  type?: readonly string[];
  /** Words in lower case that must all occur. */
  words: readonly string[];
}

/** The value of one sort key of a row. */
export type KeyValue = string | number;

/** Where a page begins: after (or, read backwards, before) the row with these keys. */
export interface PagePosition {
  direction: 'next' | 'prev';
  keys: KeyValue[];
}

/** A product with its summary, as a list shows it. */
export interface ProductRecord {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  description?: string;
  type?: string;
  ownerRef?: string;
  stage?: string;
  declaredLifecycle?: string;
  tier?: number;
  roadmapOpen: number;
  roadmapNow: number;
  runbooksTotal: number;
  attentionCount: number;
  attentionSeverity?: string;
  attentionTitle?: string;
  /** The values of the sort keys. */
  keys: KeyValue[];
}

/** Products in the order asked for, and whether there are more on either side. */
export interface ProductRecordPage {
  records: ProductRecord[];
  hasNext: boolean;
  hasPrev: boolean;
}

/** How many products have a value, with the facet's own filter left out. */
export interface FacetCount {
  value: string;
  count: number;
}

/** The number of products, and those of each facet's values. */
export interface ProductCounts {
  total: number;
  facets: Record<ProductFacetName, FacetCount[]>;
}
