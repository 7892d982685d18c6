import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  gapRuleOf,
  type ListOwnedEntitiesQuery,
  type OwnedEntityPage,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf, wordsOf } from '../directory/asked';
import { stageOfEntity } from '../directory/stageOfEntity';
import { entityNotFound } from '../permissions/CatalogVisibility';
import { filterOf } from './filter';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { remainingFor } from './remaining';
import type { OwnedEntity } from './types';

const MAX_OTHERS = 10;

/** One by one what a team or person has in a role, with who else would be there. */
export class OwnedEntitiesService {
  readonly #models: OwnershipModels;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    models: OwnershipModels;
    stages: readonly StageDefinition[];
  }): OwnedEntitiesService {
    return new OwnedEntitiesService(options);
  }

  private constructor(
    options: Parameters<typeof OwnedEntitiesService.create>[0],
  ) {
    this.#models = options.models;
    this.#stages = options.stages;
  }

  /** A page of it, the most critical first. */
  async list(
    query: ListOwnedEntitiesQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<OwnedEntityPage> {
    const page = pageOf(query);
    const model = await this.#models.forCaller(credentials);
    const ref = refOf(query.holder);
    if (!model.teams.has(ref) && !model.people.has(ref)) {
      throw entityNotFound(query.holder);
    }
    const holders = model.withDescendants(ref);
    const { role = 'owner' } = query;
    const passes = filterOf(query);
    const words = wordsOf(query.q);
    const matching = [
      // Two holders of a role may have the same entity.
      ...new Set([...holders].flatMap(holder => model.held(role, holder))),
    ].filter(entity => {
      const text = `${entity.title} ${entity.name}`.toLocaleLowerCase('en-US');
      return (
        (!passes || passes(entity)) && words.every(word => text.includes(word))
      );
    });
    const alone = matching.filter(
      entity => remainingFor(model, entity, holders).length === 0,
    );
    const found = (query.alone ? alone : matching).sort(byTierAndTitle);
    return {
      holder: linkIn(model, ref),
      items: found
        .slice(page.offset, page.offset + page.limit)
        .map(entity => this.#view(model, entity, holders)),
      totalItems: found.length,
      aloneItems: alone.length,
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  #view(
    model: OwnershipModel,
    entity: OwnedEntity,
    holders: ReadonlySet<string>,
  ): OwnedEntityPage['items'][number] {
    const { ref, ownerRef, tier, stage, gaps } = entity;
    return {
      entity: linkIn(model, ref),
      ...(ownerRef && { owner: linkIn(model, ownerRef) }),
      ...(tier && { tier }),
      ...(stage && { stage: stageOfEntity(entity, this.#stages) }),
      ...(gaps.length > 0 && { gaps: gaps.map(gapRuleOf) }),
      others: remainingFor(model, entity, holders)
        .slice(0, MAX_OTHERS)
        .map(other => linkIn(model, other)),
    };
  }
}

function byTierAndTitle(a: OwnedEntity, b: OwnedEntity): number {
  return (
    (a.tier ?? 9) - (b.tier ?? 9) ||
    (a.title < b.title ? -1 : Number(a.title > b.title)) ||
    (a.ref < b.ref ? -1 : 1)
  );
}
