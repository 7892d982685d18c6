import type {
  OriginClass,
  RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';

/** An item as the plan keeps it: what rules and filters look at, without long texts. The same object as long as it is the same item. */
export interface PlannedItem
  extends Omit<RoadmapEntry, 'description' | 'links'> {
  /** Where both a file and the portal have the id, `source` tells them apart. */
  id: string;
  originClass: OriginClass;
  /** The score by the configured method. */
  value?: number;
  /** The days between which it is drawn: one date alone stands for both. */
  first?: string;
  last?: string;
  /** Line in the file; 0 when it is in none. */
  line: number;
  changedAt?: Date;
  /** Id, title and labels in lower case. */
  text: string;
  /** By which items are told apart, in the order of the facets. */
  facetValues: readonly string[];
}

/** An entity with items, and where it belongs. */
export interface PlannedEntity {
  ref: string;
  entity?: DirectoryEntity;
  ownerRef?: string;
  /** The product that it is or is a part of. */
  productRef?: string;
  domainRef?: string;
  /** Its title in lower case. */
  text: string;
}

/** `from` depends on `to`. */
export interface PlannedRelation {
  from: string;
  to: string;
}

/** A dependency between two items that are both there. */
export interface PlannedEdge {
  from: PlannedItem;
  to: PlannedItem;
  /** As written. */
  ref: string;
}

/** Which items are asked for; several values of one filter match any of them, `none` what has no value. */
export interface PlanFilter {
  entity?: readonly string[];
  product?: readonly string[];
  /** With the groups below. */
  team?: readonly string[];
  domain?: readonly string[];
  goal?: readonly string[];
  category?: readonly string[];
  status?: readonly string[];
  horizon?: readonly string[];
  owner?: readonly string[];
  source?: readonly string[];
  origin?: readonly string[];
  q?: string;
  from?: string;
  to?: string;
  undated?: 'include' | 'exclude' | 'only';
}

export type PlanGroupBy = 'team' | 'product' | 'goal' | 'domain';
