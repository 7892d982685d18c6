import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  nearestName,
  readEntityRef,
  stageOf,
  type GetReadinessQuery,
  type ReadinessGroup,
  type ReadinessPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf, type Page } from '../database/pages';
import type { DirectoryEntity, DirectoryStore } from '../directory/types';
import { EntityLinks } from '../overview/EntityLinks';
import type { Visibility } from '../permissions/types';
import { withSubteams } from '../permissions/withSubteams';
import type { LifecycleRules } from './config';
import type { EvaluationStore } from './EvaluationStore';
import { byCheck, forCheck, lacksMostFirst, sumOf, totalOf } from './profiles';
import type {
  ReadinessFilter,
  ReadinessRow,
  ReadinessStore,
} from './ReadinessStore';
import type { StandingsStore } from './StandingsStore';
import { daysBefore, trendOf } from './trend';
import { stageOfEntity } from '../directory/stageOfEntity';

const NONE = 'none';
const TREND_DAYS = 92;

export interface ReadinessServiceOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  store: ReadinessStore;
  standings: StandingsStore;
  evaluation: EvaluationStore;
  rules: LifecycleRules;
  now?: () => Date;
}

/** How ready things are for the stage that they are in, put together. */
export class ReadinessService {
  readonly #options: ReadinessServiceOptions;

  static create(options: ReadinessServiceOptions): ReadinessService {
    return new ReadinessService(options);
  }

  private constructor(options: ReadinessServiceOptions) {
    this.#options = options;
  }

  /** One page of groups of what the caller may read, with the whole and how it was. */
  async get(
    query: GetReadinessQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ReadinessPage> {
    const { evaluation, store } = this.#options;
    const page = pageOf(query);
    const by = query.by ?? 'team';
    const [filter, state] = await Promise.all([
      this.#filterOf(query, credentials),
      evaluation.getState(),
    ]);
    const now = this.#options.now?.() ?? new Date();
    const first = daysBefore(now, TREND_DAYS);
    const [found, deltas] = await Promise.all([
      this.#groups(by, query.check, filter, page),
      // The history knows the counts of an entity, not those of one check.
      query.check || !state.firstAt
        ? undefined
        : store.deltas({ filter, after: first }),
    ]);
    return {
      items: await this.#items(by, found.rows, filter, credentials),
      totalItems: found.groups,
      total: {
        entities: found.total.entities,
        ready: found.total.ready,
        readiness: countsOf(found.total),
      },
      trend:
        deltas && state.firstAt
          ? trendOf({
              total: found.total,
              deltas,
              first,
              firstAt: state.firstAt,
              now,
            })
          : [],
      ...(state.answeredAt && { evaluatedAt: state.answeredAt.toISOString() }),
      pageInfo: pageInfoOf(page, found.groups),
    };
  }

  async #groups(
    by: NonNullable<GetReadinessQuery['by']>,
    check: string | undefined,
    filter: ReadinessFilter,
    page: Page,
  ): Promise<{ rows: ReadinessRow[]; groups: number; total: ReadinessRow }> {
    const { store } = this.#options;
    if (by !== 'check' && !check) {
      return store.rollUp({ by, filter, ...page });
    }
    // Entities with the same standings are read together: there are many fewer standings than entities.
    const profiles = await store.profiles({
      ...(by !== 'check' && { by }),
      filter,
    });
    const standings = await this.#options.standings.of(
      profiles.map(({ profile }) => profile),
    );
    const rows =
      by === 'check'
        ? byCheck(profiles, standings).filter(
            ({ value }) => !check || value === check,
          )
        : forCheck(profiles, standings, check!);
    rows.sort(lacksMostFirst);
    return {
      rows: rows.slice(page.offset, page.offset + page.limit),
      groups: rows.length,
      total:
        by === 'check' && !check ? totalOf(profiles, standings) : sumOf(rows),
    };
  }

  async #filterOf(
    query: GetReadinessQuery,
    credentials: BackstageCredentials,
  ): Promise<ReadinessFilter> {
    const { visibility, rules } = this.#options;
    const { owner, product, check } = query;
    if (check && !rules.checks.some(({ id }) => id === check)) {
      const ids = rules.checks.map(({ id }) => id);
      const nearest = nearestName(check, ids);
      throw new InputError(
        `check: got ${JSON.stringify(check)}; expected one of ${ids.join(
          ', ',
        )}${nearest ? `; did you mean ${nearest}?` : ''}`,
      );
    }
    const visible = await visibility.visibleFilter(credentials);
    const { directory } = this.#options;
    return {
      visible,
      stages: query.stage,
      kinds: query.kind,
      tiers: query.tier,
      ...(owner && {
        owners:
          owner === NONE
            ? [NONE]
            : await withSubteams([refOf('owner', owner, 'group')], {
                directory,
                visible,
              }),
      }),
      ...(product && {
        product: product === NONE ? NONE : refOf('product', product, 'product'),
      }),
    };
  }

  async #items(
    by: NonNullable<GetReadinessQuery['by']>,
    rows: readonly ReadinessRow[],
    { visible }: ReadinessFilter,
    credentials: BackstageCredentials,
  ): Promise<ReadinessGroup[]> {
    const { directory, visibility, rules } = this.#options;
    const refs =
      by === 'check' || by === 'stage'
        ? []
        : rows.map(({ value }) => value).filter(value => value !== NONE);
    const [entities, readable] = await Promise.all([
      directory.getEntities(refs),
      visible === 'all'
        ? undefined
        : visibility.filterReadable(refs, credentials),
    ]);
    const links = EntityLinks.create({ entities, readable });
    return rows.map(row => ({
      ...this.#named(by, row.value, links, entities),
      value: row.value,
      entities: row.entities,
      ready: row.ready,
      readiness: countsOf(row),
      ...(by === 'stage' &&
        row.value !== NONE && { stage: stageOf(row.value, rules.stages) }),
    }));
  }

  #named(
    by: NonNullable<GetReadinessQuery['by']>,
    value: string,
    links: EntityLinks,
    entities: ReadonlyMap<string, DirectoryEntity>,
  ): Pick<ReadinessGroup, 'title' | 'entity' | 'stage'> {
    const { stages, checks } = this.#options.rules;
    if (by === 'check') {
      return { title: checks.find(({ id }) => id === value)?.title ?? value };
    }
    if (by === 'stage') {
      return {
        title: value === NONE ? 'No stage' : stageOf(value, stages).title,
      };
    }
    if (value === NONE) {
      return { title: by === 'team' ? 'Nobody' : 'No product' };
    }
    const entity = links.link(value);
    const found = by === 'entity' ? entities.get(value) : undefined;
    return {
      title: entity.title,
      entity,
      ...(found?.stage && { stage: stageOfEntity(found, stages) }),
    };
  }
}

function refOf(name: string, text: string, defaultKind: string): string {
  const ref = readEntityRef(text, { defaultKind });
  if (!ref) {
    throw new InputError(
      `${name}: got ${JSON.stringify(
        text,
      )}; expected a ref such as ${defaultKind}:payments, or none`,
    );
  }
  return ref;
}

function countsOf(row: ReadinessRow): ReadinessGroup['readiness'] {
  const { demanded, passed, failed, open, waived, notApplicable } = row;
  return { demanded, passed, failed, open, waived, notApplicable };
}
