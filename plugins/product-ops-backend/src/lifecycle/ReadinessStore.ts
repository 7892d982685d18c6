import type { Knex } from 'knex';
import { inList } from '../database/sql';
import type { ReadinessSummary } from '../ownership/readiness';
import { onlyVisible } from '../permissions/onlyVisible';
import type { VisibleFilter } from '../permissions/types';
import { HISTORY } from './AssessmentStore';
import { COUNTS, READINESS } from './EvaluationStore';

const NONE = 'none';

/** What entities are put together by. */
export type ReadinessBy = 'team' | 'product' | 'stage' | 'entity';

/** Which entities count; several values of one match any of them. */
export interface ReadinessFilter {
  visible: VisibleFilter;
  /** Full refs of owners, or `none`. */
  owners?: readonly string[];
  /** The full ref of a product, or `none`. */
  product?: string;
  stages?: readonly string[];
  kinds?: readonly string[];
  tiers?: readonly string[];
}

/** Entities together. */
export interface ReadinessRow {
  value: string;
  entities: number;
  ready: number;
  demanded: number;
  passed: number;
  failed: number;
  open: number;
  waived: number;
  notApplicable: number;
}

/** How many entities of a group have the same standings. */
export interface ProfileRow {
  value: string;
  profile: string;
  entities: number;
}

/** By how much counts changed on a day. */
export interface ReadinessDelta {
  day: string;
  passed: number;
  failed: number;
  open: number;
  waived: number;
}

const IS_READY = 'case when failed = 0 and open = 0 then 1 else 0 end';

const VALUE: Record<ReadinessBy, string> = {
  team: `coalesce(e.owner_ref, '${NONE}')`,
  product: `coalesce(e.product_ref, '${NONE}')`,
  stage: `coalesce(e.stage, '${NONE}')`,
  entity: 'e.entity_ref',
};

/** Puts readiness together with one statement a question. Only entities count of which something is demanded. */
export class ReadinessStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ReadinessStore {
    return new ReadinessStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page of groups, what lacks most first, with how many there are and all of them together. */
  async rollUp(options: {
    by: ReadinessBy;
    filter: ReadinessFilter;
    limit: number;
    offset: number;
  }): Promise<{ rows: ReadinessRow[]; groups: number; total: ReadinessRow }> {
    const { by, filter, limit, offset } = options;
    if (by === 'entity') {
      return this.#eachEntity(options);
    }
    const grouped = this.#entities(filter)
      .select(this.#knex.raw(`${VALUE[by]} as value`))
      .select(this.#sums())
      .groupByRaw(VALUE[by]);
    // One reading of the entities gives the page, the number of groups and the sums over all of them.
    const rows = await this.#knex
      .from(grouped.as('g'))
      .select('g.*', this.#knex.raw('count(*) over () as groups'))
      .select(
        ...['entities', 'ready', ...COUNTS].map(name =>
          this.#knex.raw(`sum(${name}) over () as total_${name}`),
        ),
      )
      .orderByRaw('failed + open desc, entities desc, value')
      .limit(limit)
      .offset(offset);
    if (rows.length === 0 && offset > 0) {
      // Beyond the last page no row tells of the others.
      const first = await this.rollUp({ by, filter, limit: 1, offset: 0 });
      return { ...first, rows: [] };
    }
    return {
      rows: rows.map(row => toRow(row)),
      groups: Number(rows[0]?.groups ?? 0),
      total: toRow({ ...rows[0], value: '' }, 'total_'),
    };
  }

  /** Nothing needs to be grouped where each entity stands for itself, which spares sorting all of them. */
  async #eachEntity(options: {
    filter: ReadinessFilter;
    limit: number;
    offset: number;
  }): Promise<{ rows: ReadinessRow[]; groups: number; total: ReadinessRow }> {
    const { filter, limit, offset } = options;
    const [rows, [total]] = await Promise.all([
      this.#entities(filter)
        .select('e.entity_ref as value', ...COUNTS)
        .select(
          this.#knex.raw('1 as entities'),
          this.#knex.raw(`${IS_READY} as ready`),
        )
        .orderByRaw('failed + open desc, value')
        .limit(limit)
        .offset(offset),
      this.#entities(filter).select(this.#sums()),
    ]);
    return {
      rows: rows.map((row: Record<string, unknown>) => toRow(row)),
      groups: Number(total.entities),
      total: toRow({ ...total, value: '' }),
    };
  }

  #sums(): Knex.Raw[] {
    return [
      this.#knex.raw('count(*) as entities'),
      this.#knex.raw(`sum(${IS_READY}) as ready`),
      ...COUNTS.map(name => this.#knex.raw(`sum(${name}) as ${name}`)),
    ];
  }

  /** How many entities of each group have the same standings; all in one group where nothing is said. */
  async profiles(options: {
    by?: ReadinessBy;
    filter: ReadinessFilter;
  }): Promise<ProfileRow[]> {
    const value = options.by ? VALUE[options.by] : undefined;
    const query = this.#entities(options.filter)
      .select(
        this.#knex.raw(`${value ?? "''"} as value`),
        'e.profile',
        this.#knex.raw('count(*) as entities'),
      )
      .groupByRaw(value ? `${value}, e.profile` : 'e.profile');
    const rows: Array<{ value: string; profile: string; entities: number }> =
      await query;
    return rows.map(row => ({ ...row, entities: Number(row.entities) }));
  }

  /** By how much the counts of entities changed on each day after one, the last day first. */
  async deltas(options: {
    filter: ReadinessFilter;
    after: string;
  }): Promise<ReadinessDelta[]> {
    const { filter, after } = options;
    const query = this.#knex(`${HISTORY} as h`)
      .where('h.day', '>', after)
      .groupBy('h.day')
      .orderBy('h.day', 'desc')
      .select('h.day')
      .select(
        ...['passed', 'failed', 'open', 'waived'].map(name =>
          this.#knex.raw(`sum(h.${name}) as ${name}`),
        ),
      );
    if (!isEverything(filter)) {
      query.whereIn(
        'h.entity_ref',
        this.#entities(filter).select('e.entity_ref'),
      );
    }
    return (await query).map(row => ({
      day: row.day,
      passed: Number(row.passed),
      failed: Number(row.failed),
      open: Number(row.open),
      waived: Number(row.waived),
    }));
  }

  /** How the checks of all entities count, by ref. */
  async summaries(): Promise<Map<string, ReadinessSummary>> {
    const rows = await this.#knex(READINESS)
      .where('demanded', '>', 0)
      .select('entity_ref', 'passed', 'failed', 'open');
    return new Map(
      rows.map(({ entity_ref: ref, passed, failed, open }) => [
        ref,
        { passed, failed, open },
      ]),
    );
  }

  #entities(filter: ReadinessFilter): Knex.QueryBuilder {
    const query = this.#knex
      .from(`${READINESS} as e`)
      .where('e.demanded', '>', 0);
    const any = (column: string, values: readonly string[]) =>
      query.where(match => {
        match.where(
          inList(
            this.#knex,
            column,
            values.filter(value => value !== NONE),
          ),
        );
        if (values.includes(NONE)) {
          match.orWhereNull(column);
        }
      });
    onlyVisible(this.#knex, query, {
      column: 'e.entity_ref',
      visible: filter.visible,
    });
    if (filter.owners) {
      any('e.owner_ref', filter.owners);
    }
    if (filter.product) {
      any('e.product_ref', [filter.product]);
    }
    if (filter.stages?.length) {
      any('e.stage', filter.stages);
    }
    if (filter.kinds?.length) {
      any(
        'e.kind',
        filter.kinds.map(kind => kind.toLocaleLowerCase('en-US')),
      );
    }
    if (filter.tiers?.length) {
      const { tiers } = filter;
      query.where(match => {
        match.whereIn(
          'e.tier',
          tiers.filter(tier => tier !== NONE).map(Number),
        );
        if (tiers.includes(NONE)) {
          match.orWhereNull('e.tier');
        }
      });
    }
    return query;
  }
}

function isEverything({ visible, ...filters }: ReadinessFilter): boolean {
  return (
    visible === 'all' &&
    Object.values(filters).every(
      value => value === undefined || value.length === 0,
    )
  );
}

function toRow(row: Record<string, unknown>, prefix = ''): ReadinessRow {
  const number = (name: string) => Number(row[`${prefix}${name}`] ?? 0);
  return {
    value: String(row.value),
    entities: number('entities'),
    ready: number('ready'),
    demanded: number('demanded'),
    passed: number('passed'),
    failed: number('failed'),
    open: number('open'),
    waived: number('waived'),
    notApplicable: number('not_applicable'),
  };
}
