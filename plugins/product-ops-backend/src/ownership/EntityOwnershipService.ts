import {
  ownershipTransferPermission,
  type Composition,
  type EntityOwnership,
} from '@productops/backstage-plugin-product-ops-common';
import { RELATION_PART_OF } from '@backstage/catalog-model';
import type { DirectoryStore } from '../directory/types';
import { fileNameOf } from '../overview/entityFacts';
import type { CallerCredentials } from '../http/types';
import type { OverviewService } from '../overview/OverviewService';
import type { Actors } from '../permissions/Actors';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { linkIn } from './links';
import type { OwnershipStore } from './OwnershipStore';

const MAX_HISTORY = 100;
const MAX_TEAMS = 20;

export interface EntityOwnershipServiceOptions {
  models: OwnershipModels;
  store: OwnershipStore;
  directory: DirectoryStore;
  overview: Pick<OverviewService, 'get'>;
  actors: Actors;
}

/** Who answers for one entity, how that comes about, and how it was before. */
export class EntityOwnershipService {
  readonly #options: EntityOwnershipServiceOptions;

  static create(
    options: EntityOwnershipServiceOptions,
  ): EntityOwnershipService {
    return new EntityOwnershipService(options);
  }

  private constructor(options: EntityOwnershipServiceOptions) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    options: { credentials: CallerCredentials },
  ): Promise<EntityOwnership> {
    const { models, store, directory } = this.#options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    // It answers 404 for what is not there and for what the caller may not read.
    const overview = await this.#options.overview.get(ref, options);
    const [model, history, row, relations, mayPropose] = await Promise.all([
      models.forCaller(options.credentials),
      store.listHistory(ref, MAX_HISTORY),
      directory.getEntity(ref),
      directory.getRelationsOfMany([ref], { types: [RELATION_PART_OF] }),
      this.#mayPropose(ref, options.credentials),
    ]);
    const system = relations
      .get(ref)
      ?.get(RELATION_PART_OF)
      ?.targets.find(
        target => target.startsWith('system:') && model.entities.has(target),
      );
    const file = row && fileNameOf(row);
    return {
      entity: linkIn(model, ref),
      ownership: overview.ownership,
      origin: {
        ...(file && { file }),
        ...(row?.viewUrl && { url: row.viewUrl }),
        ...(row?.editUrl && { editUrl: row.editUrl }),
        ...(overview.product && { product: overview.product }),
        ...(system && { system: linkIn(model, system) }),
        teams: teamsAbove(model, row?.ownerRef),
      },
      gaps: overview.attention.filter(({ subject }) => subject === 'ownership'),
      history: history.map(({ at, from, to, origin }) => ({
        at: at.toISOString(),
        ...(from && { from: linkIn(model, from) }),
        ...(to && { to: linkIn(model, to) }),
        origin,
      })),
      mayPropose,
      neighbourhood: withOwners(overview.composition, model),
    };
  }

  async #mayPropose(
    ref: string,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    const { actors } = this.#options;
    const actor = await actors.find(credentials);
    const allowed =
      actor &&
      (await actors.allowed(ownershipTransferPermission, [ref], actor));
    return allowed?.has(ref) ?? false;
  }
}

/** What is around an entity, each with who owns it, as far as the caller may know. */
function withOwners(
  composition: Composition,
  model: OwnershipModel,
): Composition {
  const named = (related: Composition['parts']): Composition['parts'] => ({
    ...related,
    items: related.items.map(item => {
      const owner = model.entities.get(item.entity.ref)?.ownerRef;
      return { ...item, ...(owner && { owner: linkIn(model, owner) }) };
    }),
  });
  return {
    parts: named(composition.parts),
    partOf: named(composition.partOf),
    dependsOn: named(composition.dependsOn),
    dependents: named(composition.dependents),
  };
}

/** The teams above an owner, the nearest first, each once. */
function teamsAbove(model: OwnershipModel, ownerRef: string | undefined) {
  const above = new Set<string>();
  let level = [ownerRef ?? ''];
  while (level.length > 0 && above.size < MAX_TEAMS) {
    level = level
      .flatMap(ref => model.teams.get(ref)?.parents ?? [])
      .filter(ref => ref !== ownerRef && !above.has(ref));
    level.forEach(ref => above.add(ref));
  }
  return [...above].slice(0, MAX_TEAMS).map(ref => linkIn(model, ref));
}
