import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type ListOwnershipGapsQuery,
  type OwnershipGap,
  type OwnershipGapPage,
  type OwnershipGapRule,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf, wordsOf } from '../directory/asked';
import type { DirectoryStore } from '../directory/types';
import { fileNameOf } from '../overview/entityFacts';
import { filterOf } from './filter';
import { countGapsOf, gapsOf } from './gapsOf';
import { DAY_MS, trendOf, type GapSpan } from './gapTrend';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { linkIn } from './links';
import type { OwnershipStore, StoredGap } from './OwnershipStore';
import type { OwnedEntity } from './types';
import { stageOfEntity } from '../directory/stageOfEntity';

const TREND_DAYS = 92;

export interface GapsServiceOptions {
  models: OwnershipModels;
  store: OwnershipStore;
  directory: DirectoryStore;
  stages: readonly StageDefinition[];
  now?: () => Date;
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
    const model = await models.forCaller(credentials);
    const passes = this.#filterOf(model, query);
    const anyRule = passes
      ? gapsOf(model).filter(({ entity }) => passes(entity))
      : gapsOf(model);
    const rules = query.rule?.length ? query.rule : undefined;
    const found = rules
      ? anyRule.filter(({ rule }) => rules.includes(rule))
      : anyRule;

    const shown = found.slice(page.offset, page.offset + page.limit);
    const refs = [...new Set(shown.map(({ entity }) => entity.ref))];
    const [rows, opened, spans] = await Promise.all([
      directory.getEntities(refs),
      store.listOpenGaps(refs),
      this.#spansOf(model, passes, { since, rules }),
    ]);
    const openedAt = new Map(
      opened.map(stored => [
        `${stored.entityRef} ${stored.gap}`,
        stored.openedAt,
      ]),
    );
    return {
      items: shown.flatMap(({ entity, id, rule }) => {
        const row = rows.get(entity.ref);
        const attention = model
          .attentionOf(entity, {
            file: row && fileNameOf(row),
            editUrl: row?.editUrl,
          })
          .find(item => item.id === id);
        const at = openedAt.get(`${entity.ref} ${id}`) ?? now;
        return attention
          ? [this.#gapOf(model, entity, rule, attention, at)]
          : [];
      }),
      totalItems: found.length,
      rules: countGapsOf(model, anyRule).rules,
      teams: countGapsOf(model, found).teams,
      trend: trendOf(spans, { since, now }),
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  /** Which entities are asked for; nothing when all of the model are. */
  #filterOf(
    model: OwnershipModel,
    query: ListOwnershipGapsQuery,
  ): ((entity: OwnedEntity) => boolean) | undefined {
    const { owner } = query;
    const words = wordsOf(query.q);
    const passes = filterOf({ kind: query.kind, tier: query.tier });
    if (!passes && !owner && words.length === 0) {
      return undefined;
    }
    const owners =
      owner && owner !== 'none'
        ? model.withDescendants(refOf(owner))
        : undefined;
    return entity => {
      const text = `${entity.title} ${entity.name}`.toLocaleLowerCase('en-US');
      return (
        (!passes || passes(entity)) &&
        (owner !== 'none' || !entity.ownerRef) &&
        (!owners || owners.has(entity.ownerRef ?? '')) &&
        words.every(word => text.includes(word))
      );
    };
  }

  /** When gaps began and ended: counted by the database where all count, else of those that the caller asks for. */
  async #spansOf(
    model: OwnershipModel,
    passes: ((entity: OwnedEntity) => boolean) | undefined,
    options: { since: Date; rules?: readonly OwnershipGapRule[] },
  ): Promise<GapSpan[]> {
    const { store } = this.#options;
    if (!model.restricted && !passes) {
      return store.countGaps(options);
    }
    const gaps = await store.listGaps(options);
    return gaps
      .filter(stored => {
        const entity = model.entities.get(stored.entityRef);
        return (
          entity &&
          (!passes || passes(entity)) &&
          (!model.restricted || mayBeTold(stored, entity))
        );
      })
      .map(gap => ({ ...gap, count: 1 }));
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

/**
 * Whether a recorded gap may be told to somebody who may not read everything: one that is there as long as the list has
 * it, one that has ended if it was not about somebody missing, who may only be hidden.
 */
function mayBeTold({ gap, closedAt }: StoredGap, entity: OwnedEntity): boolean {
  return closedAt ? !gap.includes('/dangling-') : entity.gaps.includes(gap);
}
