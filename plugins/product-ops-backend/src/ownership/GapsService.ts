import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  gapRuleOf,
  OWNERSHIP_GAP_RULES,
  type ListOwnershipGapsQuery,
  type OwnershipGap,
  type OwnershipGapPage,
  type OwnershipGapRule,
  type OwnershipShare,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import type { DirectoryStore } from '../directory/types';
import { fileNameOf } from '../overview/entityFacts';
import { filterOf } from './filter';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { linkIn, refOf, wordsOf } from './links';
import type { OwnershipStore, StoredGap } from './OwnershipStore';
import type { OwnedEntity } from './types';
import { stageOfEntity } from '../directory/stageOfEntity';

const TREND_DAYS = 92;
const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_TEAMS = 50;

export interface GapsServiceOptions {
  models: OwnershipModels;
  store: OwnershipStore;
  directory: DirectoryStore;
  stages: readonly StageDefinition[];
  now?: () => Date;
}

interface Found {
  entity: OwnedEntity;
  rule: OwnershipGapRule;
}

/** Everything that nobody answers for, or not well. */
export class GapsService {
  readonly #options: GapsServiceOptions;

  static create(options: GapsServiceOptions): GapsService {
    return new GapsService(options);
  }

  private constructor(options: GapsServiceOptions) {
    this.#options = options;
  }

  /** A page of gaps, the most urgent first, with counts by rule and team and how many there were. */
  async list(
    query: ListOwnershipGapsQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<OwnershipGapPage> {
    const { models, store, directory } = this.#options;
    const page = pageOf(query);
    const now = this.#options.now?.() ?? new Date();
    const since = new Date(now.getTime() - TREND_DAYS * DAY_MS);
    const [model, stored] = await Promise.all([
      models.forCaller(credentials),
      store.listGaps({ since }),
    ]);
    const chosen = this.#chosen(model, query);
    const anyRule = chosen.flatMap(entity =>
      entity.gaps.map((rule): Found => ({ entity, rule })),
    );
    const rules = query.rule;
    const found = rules?.length
      ? anyRule.filter(({ rule }) => rules.includes(rule))
      : anyRule;
    found.sort(byUrgency);

    const shown = found.slice(page.offset, page.offset + page.limit);
    const rows = await directory.getEntities(
      shown.map(({ entity }) => entity.ref),
    );
    const opened = new Map(
      stored
        .filter(({ closedAt }) => !closedAt)
        .map(gap => [`${gap.entityRef} ${gap.rule}`, gap.openedAt]),
    );
    const refs = new Set(chosen.map(({ ref }) => ref));
    return {
      items: shown.flatMap(({ entity, rule }) => {
        const row = rows.get(entity.ref);
        const item = model
          .attentionOf(entity, {
            file: row && fileNameOf(row),
            editUrl: row?.editUrl,
          })
          .find(({ id }) => gapRuleOf(id) === rule);
        const at = opened.get(`${entity.ref} ${rule}`) ?? now;
        return item ? [this.#gapOf(model, entity, rule, item, at)] : [];
      }),
      totalItems: found.length,
      rules: OWNERSHIP_GAP_RULES.map(({ rule, title }) => ({
        value: rule,
        title,
        count: anyRule.filter(gap => gap.rule === rule).length,
      })).filter(({ count }) => count > 0),
      teams: teamsOf(model, found),
      trend: trendOf(
        stored.filter(
          gap =>
            refs.has(gap.entityRef) &&
            (!rules?.length || rules.includes(gap.rule)),
        ),
        { since, now },
      ),
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  #chosen(model: OwnershipModel, query: ListOwnershipGapsQuery): OwnedEntity[] {
    const passes = filterOf({ kind: query.kind, tier: query.tier });
    const words = wordsOf(query.q);
    const { owner } = query;
    const owners =
      owner && owner !== 'none'
        ? model.withDescendants(refOf(owner))
        : undefined;
    return [...model.entities.values()].filter(entity => {
      const text = `${entity.title} ${entity.name}`.toLocaleLowerCase('en-US');
      return (
        (!passes || passes(entity)) &&
        (owner !== 'none' || !entity.ownerRef) &&
        (!owners || owners.has(entity.ownerRef ?? '')) &&
        words.every(word => text.includes(word))
      );
    });
  }

  #gapOf(
    model: OwnershipModel,
    entity: OwnedEntity,
    rule: OwnershipGapRule,
    item: Pick<OwnershipGap, 'severity' | 'title' | 'detail' | 'action'>,
    since: Date,
  ): OwnershipGap {
    const { severity, title, detail, action } = item;
    return {
      entity: linkIn(model, entity.ref),
      ...(entity.ownerRef && { owner: linkIn(model, entity.ownerRef) }),
      ...(entity.tier && { tier: entity.tier }),
      ...(entity.stage && {
        stage: stageOfEntity(entity, this.#options.stages),
      }),
      rule,
      severity,
      title,
      ...(detail && { detail }),
      ...(action && { action }),
      since: since.toISOString(),
    };
  }
}

/** Critical tiers first, then by rule, then by title. */
function byUrgency(a: Found, b: Found): number {
  const rank = ({ rule }: Found) =>
    OWNERSHIP_GAP_RULES.findIndex(known => known.rule === rule);
  const critical = ({ entity }: Found) => ((entity.tier ?? 9) <= 2 ? 0 : 1);
  return (
    critical(a) - critical(b) ||
    rank(a) - rank(b) ||
    (a.entity.tier ?? 9) - (b.entity.tier ?? 9) ||
    (a.entity.title < b.entity.title ? -1 : 1)
  );
}

function teamsOf(
  model: OwnershipModel,
  found: readonly Found[],
): OwnershipShare[] {
  const counts = new Map<string, number>();
  for (const { entity } of found) {
    const owner = entity.ownerRef ?? 'none';
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({
      value,
      title: value === 'none' ? 'Nobody' : linkIn(model, value).title,
      count,
    }))
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
    .slice(0, MAX_TEAMS);
}

/** How many gaps there were at the end of each day (UTC), from the first day that anything is known of. */
function trendOf(
  gaps: readonly StoredGap[],
  { since, now }: { since: Date; now: Date },
): OwnershipGapPage['trend'] {
  const first = Math.min(
    ...gaps.map(({ openedAt }) => openedAt.getTime()),
    now.getTime(),
  );
  const trend: OwnershipGapPage['trend'] = [];
  for (
    let day = dayOf(new Date(Math.max(first, since.getTime() + DAY_MS)));
    day <= dayOf(now);
    day = dayOf(new Date(Date.parse(day) + DAY_MS))
  ) {
    const end = Date.parse(day) + DAY_MS;
    trend.push({
      day,
      count: gaps.filter(
        ({ openedAt, closedAt }) =>
          openedAt.getTime() < end && (!closedAt || closedAt.getTime() >= end),
      ).length,
    });
  }
  return trend;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
