import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  gapRuleOf,
  OWNERSHIP_GAP_RULES,
  OWNERSHIP_ROLES,
  type StageDefinition,
  type TeamOwnership,
} from '@productops/backstage-plugin-product-ops-common';
import { entityNotFound } from '../permissions/CatalogVisibility';
import { toNode } from './cutTree';
import { distributionBy } from './lenses';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { linkIn } from './links';
import { countsOf, OwnershipTree } from './OwnershipTree';
import { remainingFor } from './remaining';
import type { OwnedEntity } from './types';

const MAX_CHILDREN = 50;
const MAX_ITEMS = 20;

/** What a team owns, by itself and through its sub-teams. */
export class TeamOwnershipService {
  readonly #models: OwnershipModels;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    models: OwnershipModels;
    stages: readonly StageDefinition[];
  }): TeamOwnershipService {
    return new TeamOwnershipService(options);
  }

  private constructor(
    options: Parameters<typeof TeamOwnershipService.create>[0],
  ) {
    this.#models = options.models;
    this.#stages = options.stages;
  }

  async get(
    ref: string,
    options: { credentials: BackstageCredentials },
  ): Promise<TeamOwnership> {
    const model = await this.#models.forCaller(options.credentials);
    const team = model.teams.get(ref);
    if (!team) {
      throw entityNotFound(ref);
    }
    const tree = OwnershipTree.create({
      model,
      role: 'owner',
      lens: 'stage',
      stages: this.#stages,
    });
    const node = { id: ref, type: 'team' as const, ref };
    const teams = model.withDescendants(ref);
    const entities = [...tree.entitiesIn(node)];
    const products = entities
      .filter(({ kind }) => kind === 'product')
      .sort(
        (a, b) => (a.tier ?? 9) - (b.tier ?? 9) || (a.title < b.title ? -1 : 1),
      );
    const found = entities.flatMap(({ gaps }) => gaps.map(gapRuleOf));
    const members = [
      ...new Set([...teams].flatMap(of => model.teams.get(of)?.members ?? [])),
    ].map(member => linkIn(model, member));
    const children = tree
      .childrenOf(node)
      .filter(({ type }) => type === 'team')
      .map(child => ({
        team: linkIn(model, child.ref!),
        counts: tree.summaryOf(child).counts,
      }));
    return {
      team: linkIn(model, ref),
      parents: team.parents.map(parent => linkIn(model, parent)),
      children: {
        total: children.length,
        items: children.slice(0, MAX_CHILDREN),
      },
      members: {
        total: members.length,
        items: members
          .sort((a, b) => (a.title < b.title ? -1 : 1))
          .slice(0, MAX_ITEMS),
      },
      direct: countsOf(model.held('owner', ref)),
      total: countsOf(entities),
      byKind: distributionBy('kind', entities, { stages: this.#stages }),
      byStage: distributionBy('stage', entities, { stages: this.#stages }),
      products: {
        total: products.length,
        items: products
          .slice(0, MAX_ITEMS)
          .map(product =>
            toNode(
              tree,
              { id: product.ref, type: 'entity', ref: product.ref },
              0,
              this.#stages,
            ),
          ),
      },
      roles: rolesHeldBy(model, teams),
      roleHolders: holdersFor(model, entities),
      gaps: OWNERSHIP_GAP_RULES.map(({ rule, title }) => ({
        value: rule,
        title,
        count: found.filter(other => other === rule).length,
      })).filter(({ count }) => count > 0),
      ifGone: {
        entities: entities.length,
        withoutAnybody: entities.filter(
          entity => remainingFor(model, entity, teams).length === 0,
        ).length,
      },
    };
  }
}

/** For how many entities some teams hold each of the roles. */
function rolesHeldBy(
  model: OwnershipModel,
  teams: ReadonlySet<string>,
): TeamOwnership['roles'] {
  return OWNERSHIP_ROLES.map(({ role }) => ({
    role,
    count: new Set([...teams].flatMap(team => model.held(role, team))).size,
  })).filter(({ count }) => count > 0);
}

/** Who holds the roles of some entities, also by way of their products. */
function holdersFor(
  model: OwnershipModel,
  entities: readonly OwnedEntity[],
): TeamOwnership['roleHolders'] {
  const counts = new Map<
    string,
    TeamOwnership['roleHolders']['items'][number]
  >();
  for (const entity of entities) {
    for (const { role, holder } of model.effectiveRoles(entity)) {
      const key = `${role} ${holder}`;
      const known = counts.get(key);
      if (known) {
        known.count += 1;
      } else {
        counts.set(key, { role, holder: linkIn(model, holder), count: 1 });
      }
    }
  }
  const items = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.holder.title < b.holder.title ? -1 : 1),
  );
  return { total: items.length, items: items.slice(0, MAX_ITEMS) };
}
