import type { Readiness } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { containing } from '../../database/pages';
import { inList, toDate } from '../../database/sql';
import { ENTITIES } from '../../directory/tables';
import { onlyVisible } from '../../permissions/onlyVisible';
import type { VisibleFilter } from '../../permissions/types';
import { COUNTS, READINESS } from '../EvaluationStore';

const NONE = 'none';

/** Which entities are on the board; several values of one match any of them. */
export interface BoardFilter {
  visible: VisibleFilter;
  kinds: readonly string[];
  /** Full refs, or `none`. */
  owners?: readonly string[];
  /** The full ref of a product. */
  product?: string;
  stages?: readonly string[];
  tiers?: readonly string[];
  types?: readonly string[];
  q?: string;
}

/** An entity on the board. */
export interface BoardRow {
  ref: string;
  stage: string;
  ownerRef?: string;
  tier?: number;
  /** ISO 8601 in UTC, as far as its checks are answered. */
  since?: string;
  /** Absent where nothing is demanded of it, or not known. */
  readiness?: Readiness;
}

/** Reads what is in which stage. */
export class BoardStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): BoardStore {
    return new BoardStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** How many entities are in each stage; `none` stands for those without one. */
  async counts(filter: BoardFilter): Promise<Map<string, number>> {
    const rows: Array<{ stage: string; number: number | string }> =
      await this.#matching(filter)
        .select(this.#stage('stage'))
        .count({ number: '*' })
        .groupBy(this.#knex.raw(`coalesce(e.stage, '${NONE}')`))
        .limit(200);
    return new Map(rows.map(({ stage, number }) => [stage, Number(number)]));
  }

  /** The first of each stage: what has been there longest, then what nobody knows since when. */
  async first(filter: BoardFilter, perStage: number): Promise<BoardRow[]> {
    if (perStage === 0) {
      return [];
    }
    const numbered = this.#matching(filter)
      .select('e.entity_ref', 'e.owner_ref', 'e.tier', this.#stage('stage'))
      .select(COUNTS.map(name => `le.${name}`))
      .select(
        this.#knex.raw(
          'case when le.stage = e.stage then le.stage_since end as since',
        ),
        this.#knex.raw(
          `row_number() over (partition by coalesce(e.stage, '${NONE}')
             order by case when le.stage = e.stage then 0 else 1 end, le.stage_since, e.sort_title, e.entity_ref) as place`,
        ),
      );
    const rows = await this.#knex
      .from(numbered.as('numbered'))
      .where('place', '<=', perStage)
      .orderBy(['stage', 'place'])
      .select('*');
    return rows.map(row => ({
      ref: row.entity_ref,
      stage: row.stage,
      ownerRef: row.owner_ref ?? undefined,
      tier: row.tier ?? undefined,
      since: toDate(row.since)?.toISOString(),
      readiness: readinessOf(row),
    }));
  }

  #stage(name: string): Knex.Raw {
    return this.#knex.raw(`coalesce(e.stage, '${NONE}') as ??`, [name]);
  }

  #matching(filter: BoardFilter): Knex.QueryBuilder {
    const { visible, kinds, owners, product, stages, tiers, types, q } = filter;
    const knex = this.#knex;
    const query = knex(`${ENTITIES} as e`)
      .leftJoin(`${READINESS} as le`, 'le.entity_ref', 'e.entity_ref')
      .where(inList(knex, 'e.kind', kinds));
    onlyVisible(knex, query, { column: 'e.entity_ref', visible });
    if (owners) {
      query.where(any => {
        any.where(
          inList(
            knex,
            'e.owner_ref',
            owners.filter(one => one !== NONE),
          ),
        );
        if (owners.includes(NONE)) {
          any.orWhereNull('e.owner_ref');
        }
      });
    }
    if (product) {
      query.where(any =>
        any
          .where('e.entity_ref', product)
          .orWhere('e.product_ref', product)
          .orWhere('le.product_ref', product),
      );
    }
    for (const [column, values] of [
      ['e.stage', stages],
      ['e.tier', tiers],
      ['e.type', types],
    ] as const) {
      if (values?.length) {
        query.where(any => {
          any.whereIn(
            column,
            values.filter(one => one !== NONE),
          );
          if (values.includes(NONE)) {
            any.orWhereNull(column);
          }
        });
      }
    }
    if (q) {
      query.whereRaw(
        `(e.sort_title like ? escape '\\' or lower(e.name) like ? escape '\\')`,
        [containing(q), containing(q)],
      );
    }
    return query;
  }
}

function readinessOf(
  row: Record<string, number | null>,
): Readiness | undefined {
  if (!row.demanded) {
    return undefined;
  }
  const [demanded, passed, failed, open, waived, notApplicable] = COUNTS.map(
    name => Number(row[name]),
  );
  return { demanded, passed, failed, open, waived, notApplicable };
}
