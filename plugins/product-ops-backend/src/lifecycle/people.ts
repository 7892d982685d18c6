import { NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  approverTitle,
  type Approver,
} from '@productops/backstage-plugin-product-ops-common';
import { refOf } from '../directory/asked';
import type { CallerCredentials } from '../http/types';
import type { OwnershipModel } from '../ownership/OwnershipModel';
import type { OwnershipModels } from '../ownership/OwnershipModels';
import { answersFor, isOf } from '../ownership/responsible';
import type { OwnedEntity } from '../ownership/types';
import type { Actor, Actors } from '../permissions/Actors';
import { entityNotFound } from '../permissions/CatalogVisibility';

const MAX_HOLDERS = 50;

/** The organisation as one caller may know it, and as it is: rules go by all of it. */
export interface View {
  /** Nothing when another plugin asks. */
  actor?: Actor;
  mine: OwnershipModel;
  all: OwnershipModel;
}

/** A person who is about to do something with an entity. */
export interface Access extends View {
  actor: Actor;
  entity: OwnedEntity;
}

/** Who asks, what of the organisation they may know, and what they may do. */
export class LifecyclePeople {
  readonly #models: OwnershipModels;
  readonly #actors: Actors;

  static create(options: {
    models: OwnershipModels;
    actors: Actors;
  }): LifecyclePeople {
    return new LifecyclePeople(options);
  }

  private constructor(options: { models: OwnershipModels; actors: Actors }) {
    this.#models = options.models;
    this.#actors = options.actors;
  }

  /** What a caller may know. */
  async view(credentials: CallerCredentials): Promise<View> {
    const [actor, mine, all] = await Promise.all([
      this.#actors.find(credentials),
      this.#models.forCaller(credentials),
      this.#models.latest(),
    ]);
    return { ...(actor && { actor }), mine, all };
  }

  /** The person behind a request and an entity that this one may read; 404 for any other entity. */
  async access(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<Access> {
    const actor = await this.#actors.of(credentials);
    const view = await this.view(credentials);
    return { ...view, actor, entity: entityIn(view, entityRef) };
  }

  /** Whether the policy lets a person do something with an entity. */
  async allows(
    permission: ResourcePermission,
    entityRef: string,
    actor: Actor | undefined,
  ): Promise<boolean> {
    return (
      actor !== undefined &&
      (await this.#actors.allowed(permission, [entityRef], actor)).has(
        entityRef,
      )
    );
  }

  /** Refuses what the policy or the rules do not let a person do. */
  async assertAllowed(
    permission: ResourcePermission,
    { actor, entity }: Access,
    { isParty, otherwise }: { isParty: boolean; otherwise: string },
  ): Promise<void> {
    if (!isParty || !(await this.allows(permission, entity.ref, actor))) {
      throw new NotAllowedError(otherwise);
    }
  }
}

/** An entity that a caller may read; 404 for any other. */
export function entityIn({ mine, all }: View, entityRef: string): OwnedEntity {
  const ref = refOf(entityRef, 'component');
  const entity = mine.entities.has(ref) ? all.entities.get(ref) : undefined;
  if (!entity) {
    throw entityNotFound(ref);
  }
  return entity;
}

/** Whether a person answers for an entity: as its owner, or as the holder of any role. */
export function answers(view: View, entityRef: string): boolean {
  const entity = view.all.entities.get(entityRef);
  return Boolean(
    view.actor && entity && answersFor(view.all, view.actor.refs, entity),
  );
}

/** Who an approver is for an entity, by full ref, whether it is in the catalog or not. */
export function holdersIn(
  model: OwnershipModel,
  entityRef: string,
  approver: Approver,
): string[] {
  if (approver.includes(':')) {
    return [approver];
  }
  const entity = model.entities.get(entityRef);
  if (!entity) {
    return [];
  }
  return approver === 'owner'
    ? [entity.ownerRef ?? []].flat()
    : model
        .effectiveRoles(entity)
        .filter(({ role }) => role === approver)
        .map(({ holder }) => holder)
        .slice(0, MAX_HOLDERS);
}

/** The approvers that a person is, for an entity. */
export function spokenFor(
  { actor, all }: View,
  entityRef: string,
  approvers: readonly Approver[] = [],
): Approver[] {
  return actor
    ? approvers.filter(approver =>
        holdersIn(all, entityRef, approver).some(holder =>
          isOf(all, actor.refs, holder),
        ),
      )
    : [];
}

/** The approvers that nobody in the catalog is: none is named, who is named has left, or is a team without people. */
export function vacantOf(
  model: OwnershipModel,
  entityRef: string,
  approvers: readonly Approver[] = [],
): Approver[] {
  return approvers.filter(
    approver =>
      !holdersIn(model, entityRef, approver).some(
        holder =>
          model.people.has(holder) ||
          (model.teams.has(holder) &&
            [...model.withDescendants(holder)].some(
              team => (model.teams.get(team)?.members.length ?? 0) > 0,
            )),
      ),
  );
}

/** What pages call an approver: the title of a certain group or user as far as the caller may know it. */
export function titleOfApprover(
  { mine }: Pick<View, 'mine'>,
  approver: Approver,
): string {
  return (
    mine.teams.get(approver)?.title ??
    mine.people.get(approver)?.title ??
    approverTitle(approver)
  );
}
