import { RELATION_PARENT_OF } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { inList, isPostgres } from '../../database/sql';
import { ENTITIES, RELATIONS } from '../../directory/tables';
import { onlyVisible } from '../../permissions/onlyVisible';
import { ProductSqlRow, toRecord } from './productRow';
import { comesAfter, orderBy, SortKey } from './sorting';
import {
  FacetCount,
  NONE,
  PagePosition,
  ProductCounts,
  ProductFacetName,
  ProductFilter,
  ProductRecordPage,
} from './types';

const SUMMARIES = 'overview_summaries';
const KIND = 'product';
const MAX_FACET_VALUES = 100;

/** The column of each facet, as text, with `none` for its absence. */
const FACETS: Record<ProductFacetName, { column: string; value: string }> = {
  stage: { column: 'e.stage', value: `coalesce(e.stage, '${NONE}')` },
  owner: { column: 'e.owner_ref', value: `coalesce(e.owner_ref, '${NONE}')` },
  tier: {
    column: 'e.tier',
    value: `coalesce(cast(e.tier as varchar(20)), '${NONE}')`,
  },
  type: { column: 'e.type', value: `coalesce(e.type, '${NONE}')` },
};
const FACET_NAMES = Object.keys(FACETS) as ProductFacetName[];

/** Lists and counts products by the directory, each with one query. */
export class ProductsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ProductsStore {
    return new ProductsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The groups right below groups. */
  async childrenOf(refs: readonly string[]): Promise<string[]> {
    return this.#knex(RELATIONS)
      .distinct('target_ref')
      .where(inList(this.#knex, 'source_ref', refs))
      .where('type', RELATION_PARENT_OF)
      .pluck('target_ref');
  }

  /** One page of products in the order of the keys. */
  async list(options: {
    filter: ProductFilter;
    keys: readonly SortKey[];
    limit: number;
    position?: PagePosition;
  }): Promise<ProductRecordPage> {
    const { filter, keys, limit, position } = options;
    const backwards = position?.direction === 'prev';
    const query = this.#products(filter)
      .leftJoin(`${SUMMARIES} as s`, 's.entity_ref', 'e.entity_ref')
      .select(
        'e.entity_ref',
        'e.kind',
        'e.namespace',
        'e.name',
        'e.title',
        'e.description',
        'e.type',
        'e.owner_ref',
        'e.stage',
        'e.declared_lifecycle',
        'e.tier',
        's.roadmap_open',
        's.roadmap_now',
        's.runbooks_total',
        's.attention_count',
        's.attention_severity',
        's.attention_title',
        ...keys.map((key, at) => this.#knex.raw(`${key.sql} as key${at}`)),
      )
      .orderByRaw(orderBy(this.#knex, keys, backwards))
      .limit(limit + 1);
    for (const name of FACET_NAMES) {
      const chosen = filter[name];
      if (chosen) {
        query.whereRaw(this.#matches(name, chosen));
      }
    }
    if (position) {
      query.whereRaw(comesAfter(this.#knex, keys, position.keys, backwards));
    }
    const rows: ProductSqlRow[] = await query;
    const hasMore = rows.length > limit;
    const records = rows.slice(0, limit).map(row => toRecord(row, keys.length));
    return backwards
      ? { records: records.reverse(), hasNext: true, hasPrev: hasMore }
      : { records, hasNext: hasMore, hasPrev: position !== undefined };
  }

  /**
   * How many products there are, in all and by the values of each facet. The products are read once,
   * each with a mark for every filter that it passes; a facet counts what passes all filters but its own.
   */
  async count(filter: ProductFilter): Promise<ProductCounts> {
    const base = this.#products(filter).select(
      ...FACET_NAMES.map(name =>
        this.#knex.raw(`${FACETS[name].value} as ${name}_value`),
      ),
      ...FACET_NAMES.map(name => {
        const chosen = filter[name];
        return this.#knex.raw(
          chosen
            ? this.#knex.raw(
                `case when ? then 1 else 0 end as ${name}_passes`,
                [this.#matches(name, chosen)],
              )
            : `1 as ${name}_passes`,
        );
      }),
    );
    const passing = (names: readonly ProductFacetName[]) =>
      names.map(name => `${name}_passes = 1`).join(' and ');
    const branches = FACET_NAMES.map(name => {
      const chosen = filter[name] ?? [];
      // What is chosen stays in the list, however few products it has.
      return this.#knex.select('*').from(
        this.#knex
          .select(
            this.#knex.raw(`'${name}' as facet`),
            this.#knex.raw(`${name}_value as value`),
            this.#knex.raw('count(*) as products'),
          )
          .from('base')
          .whereRaw(passing(FACET_NAMES.filter(other => other !== name)))
          .groupBy(`${name}_value`)
          .orderByRaw(
            this.#knex.raw(
              'case when ? then 0 else 1 end, count(*) desc, ?? asc',
              [inList(this.#knex, `${name}_value`, chosen), `${name}_value`],
            ),
          )
          .limit(MAX_FACET_VALUES)
          .as(`${name}_counts`),
      );
    });
    const rows: Array<{
      facet: ProductFacetName | 'total';
      value: string;
      products: number | string;
    }> = await this.#knex
      .with('base', base)
      .select(
        this.#knex.raw(`'total' as facet`),
        this.#knex.raw(`'' as value`),
        this.#knex.raw('count(*) as products'),
      )
      .from('base')
      .whereRaw(passing(FACET_NAMES))
      .unionAll(branches);

    const facets: Record<ProductFacetName, FacetCount[]> = {
      stage: [],
      owner: [],
      tier: [],
      type: [],
    };
    let total = 0;
    for (const { facet, value, products } of rows) {
      if (facet === 'total') {
        total = Number(products);
      } else {
        facets[facet].push({ value, count: Number(products) });
      }
    }
    return { total, facets };
  }

  /** The titles and types of entities. */
  async namesOf(
    refs: readonly string[],
  ): Promise<Map<string, { title: string; type?: string }>> {
    const rows: Array<{
      entity_ref: string;
      title: string;
      type: string | null;
    }> = refs.length
      ? await this.#knex(ENTITIES)
          .select('entity_ref', 'title', 'type')
          .where(inList(this.#knex, 'entity_ref', refs))
      : [];
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { title: row.title, type: row.type ?? undefined },
      ]),
    );
  }

  #products(filter: ProductFilter): Knex.QueryBuilder {
    const query = this.#knex.from(`${ENTITIES} as e`).where('e.kind', KIND);
    onlyVisible(this.#knex, query, {
      column: 'e.entity_ref',
      visible: filter.visible,
    });
    for (const word of filter.words) {
      query.whereRaw(`e.search_text like ? escape '!'`, [
        `%${word.replace(/[!%_]/g, '!$&')}%`,
      ]);
    }
    return query;
  }

  #matches(name: ProductFacetName, chosen: readonly string[]): Knex.Raw {
    const { column, value } = FACETS[name];
    if (chosen.includes(NONE)) {
      return this.#in(value, chosen);
    }
    return name === 'tier'
      ? this.#knex.raw(
          `e.tier in (${chosen.map(() => '?').join(', ') || 'null'})`,
          chosen.map(Number),
        )
      : inList(this.#knex, column, chosen);
  }

  #in(expression: string, values: readonly string[]): Knex.Raw {
    return isPostgres(this.#knex)
      ? this.#knex.raw(`${expression} = any(?::text[])`, [[...values]])
      : this.#knex.raw(
          `${expression} in (select value from json_each(?))`,
          JSON.stringify(values),
        );
  }
}
