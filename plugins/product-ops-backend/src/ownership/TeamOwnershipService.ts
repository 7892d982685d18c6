import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  gapRuleOf,
  OWNERSHIP_GAP_RULES,
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
      children: children.slice(0, MAX_CHILDREN),
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
      products: entities
        .filter(({ kind }) => kind === 'product')
        .sort(
          (a, b) =>
            (a.tier ?? 9) - (b.tier ?? 9) || (a.title < b.title ? -1 : 1),
        )
        .slice(0, MAX_ITEMS)
        .map(product =>
          toNode(
            tree,
            { id: product.ref, type: 'entity', ref: product.ref },
            0,
            this.#stages,
          ),
        ),
      gaps: OWNERSHIP_GAP_RULES.map(({ rule, title }) => ({
        value: rule,
        title,
        count: found.filter(other => other === rule).length,
      })).filter(({ count }) => count > 0),
      ifGone: {
        entities: entities.length,
        withoutAnybody: entities.filter(
          entity => !hasSomebodyElse(model, entity, teams),
        ).length,
      },
    };
  }
}

/** Whether anybody outside of some teams holds any role for an entity. */
function hasSomebodyElse(
  model: OwnershipModel,
  entity: OwnedEntity,
  teams: ReadonlySet<string>,
): boolean {
  return model.effectiveRoles(entity).some(({ holder }) => {
    const person = model.people.get(holder);
    return person
      ? // A person who is in another team too stays.
        person.teams.length === 0 || person.teams.some(team => !teams.has(team))
      : model.teams.has(holder) && !teams.has(holder);
  });
}
