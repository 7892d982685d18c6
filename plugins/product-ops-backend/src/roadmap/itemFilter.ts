import type {
  RoadmapHorizon,
  RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { containing } from '../database/pages';
import type { ItemSource } from './rows';

/** Which items of a roadmap; several values of one filter match any of them. */
export interface RoadmapFilter {
  status?: readonly RoadmapStatus[];
  /** `none` stands for items without one. */
  horizon?: ReadonlyArray<RoadmapHorizon | 'none'>;
  category?: readonly string[];
  source?: readonly ItemSource[];
  /** Text in id, title, description or labels. */
  text?: string;
}

/** Leaves what matches of a query of items. */
export function narrow(matching: Knex.QueryBuilder, filter: RoadmapFilter) {
  if (filter.source?.length) {
    matching.whereIn('source', [...filter.source]);
  }
  if (filter.status?.length) {
    matching.whereIn('status', [...filter.status]);
  }
  if (filter.category?.length) {
    matching.whereIn('category', [...filter.category]);
  }
  const horizons = filter.horizon;
  if (horizons?.length) {
    matching.andWhere(match => {
      match.whereIn(
        'horizon',
        horizons.filter(horizon => horizon !== 'none'),
      );
      if (horizons.includes('none')) {
        match.orWhereNull('horizon');
      }
    });
  }
  if (filter.text) {
    matching.whereRaw(`search_text like ? escape '\\'`, [
      containing(filter.text),
    ]);
  }
}
