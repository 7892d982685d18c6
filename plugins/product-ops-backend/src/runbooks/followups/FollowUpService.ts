import { InputError } from '@backstage/errors';
import {
  roadmapPermissions,
  type CreateFollowUpBody,
  type FollowUp,
  type FollowUpList,
  type ListFollowUpsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { refOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { Actors } from '../../permissions/Actors';
import type { ItemService } from '../../roadmap/ItemService';
import type { RunbooksService } from '../RunbooksService';
import type { RunAccess } from '../runs/RunAccess';
import {
  keepFollowUp,
  type FollowUpGround,
  type FollowUpQuestion,
  type FollowUpStore,
  type StoredFollowUp,
} from './FollowUpStore';

export interface FollowUpServiceOptions {
  directory: DirectoryStore;
  actors: Actors;
  access: RunAccess;
  /** The runbooks, as the caller may read them. */
  runbooks: RunbooksService;
  items: ItemService;
  followUps: FollowUpStore;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** What runs and runbooks teach becomes work on roadmaps, and both know of each other. */
export class FollowUpService {
  readonly #options: FollowUpServiceOptions;

  static create(options: FollowUpServiceOptions): FollowUpService {
    return new FollowUpService(options);
  }

  private constructor(options: FollowUpServiceOptions) {
    this.#options = options;
  }

  /** What was made of a run or a runbook, or what an item was made of. */
  async list(
    query: ListFollowUpsQuery,
    { credentials }: Options,
  ): Promise<FollowUpList> {
    const { access, followUps } = this.#options;
    const { question, of } = await this.#asked(query, credentials);
    const found = await followUps.list(question);
    const target = of && (await this.#targetOf(of, credentials));
    const links = await access.links(
      [...found.flatMap(refsOf), ...(target ? [target] : [])],
      credentials,
    );
    return {
      items: found.flatMap(one =>
        links.known(one.entityRef) && links.known(one.runbookEntityRef)
          ? [toView(one, links)]
          : [],
      ),
      ...(target && { on: links.link(target) }),
      may: {
        create: target ? await this.#mayCreate(target, credentials) : false,
      },
    };
  }

  /** Makes an item of what was learned: item and link, or neither. */
  async create(
    body: CreateFollowUpBody,
    { credentials, key }: Options & { key?: string },
  ): Promise<FollowUp> {
    const { access, actors, followUps, items, live } = this.#options;
    const { ground, origin } = await this.#groundOf(body, credentials);
    const target =
      body.on === undefined
        ? await this.#targetOf(ground.runbookEntityRef, credentials)
        : refOf(body.on, 'product');
    const { ref: by } = actors.somebody(credentials);
    const at = this.#options.now?.() ?? new Date();
    const item = await items.create(
      target,
      { fields: { ...body.fields, origin } },
      {
        credentials,
        ...(key && { key }),
        also: (trx, itemId) =>
          keepFollowUp(trx, { entityRef: target, itemId }, ground, { by, at }),
      },
    );
    const [made] = await followUps.list({ entityRef: target, itemId: item.id });
    live.changed({ room: 'runbooks' });
    return toView(made, await access.links(refsOf(made), credentials));
  }

  async #asked(
    { run, entity, runbook, item }: ListFollowUpsQuery,
    credentials: CallerCredentials,
  ): Promise<{ question: FollowUpQuestion; of?: string }> {
    const { access } = this.#options;
    if (run && !entity && !runbook && !item) {
      const { entityRef } = await access.run(run, credentials);
      return { question: { runId: run }, of: entityRef };
    }
    if (!run && entity && Boolean(runbook) !== Boolean(item)) {
      const ref = await access.entity(refOf(entity, 'component'), credentials);
      return runbook
        ? {
            question: { runbookEntityRef: ref, runbookId: runbook },
            of: ref,
          }
        : { question: { entityRef: ref, itemId: item ?? '' } };
    }
    throw new InputError(
      'got none or several of what follow-ups can be asked for; expected run, or entity and runbook, or entity and item',
    );
  }

  async #groundOf(
    { run: runId, step, entity, runbook }: CreateFollowUpBody,
    credentials: CallerCredentials,
  ): Promise<{ ground: FollowUpGround; origin: string }> {
    const { access, runbooks } = this.#options;
    if (runId && !entity && !runbook) {
      const run = await access.run(runId, credentials);
      if (step !== undefined && !run.steps.some(({ id }) => id === step)) {
        throw new InputError(
          `step: got ${step}; expected a step of the run, such as ${
            run.steps[0]?.id ?? '1'
          }`,
        );
      }
      return {
        ground: {
          runbookEntityRef: run.entityRef,
          runbookId: run.runbookId,
          runbookTitle: run.title,
          runId,
          step,
        },
        origin: `${run.reason.kind === 'drill' ? 'drill' : 'run'}:${runId}`,
      };
    }
    if (!runId && entity && runbook && step === undefined) {
      const ref = await access.entity(refOf(entity, 'component'), credentials);
      const { id, title } = await runbooks.get(ref, runbook, { credentials });
      return {
        ground: { runbookEntityRef: ref, runbookId: id, runbookTitle: title },
        origin: `runbook:${id}`,
      };
    }
    throw new InputError(
      'got none or several things to follow from; expected run and perhaps step, or entity and runbook',
    );
  }

  /** Whose roadmap follow-ups of an entity go to: the product's that it is or is part of, else its own. */
  async #targetOf(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<string> {
    const { access, directory } = this.#options;
    const entity = await directory.getEntity(entityRef);
    if (!entity?.productRef || entity.kind.toLowerCase() === 'product') {
      return entityRef;
    }
    const links = await access.links([entity.productRef], credentials);
    return links.known(entity.productRef) ? entity.productRef : entityRef;
  }

  async #mayCreate(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    const { actors } = this.#options;
    const actor = actors.person(credentials);
    const granted =
      actor &&
      (await actors.granted([roadmapPermissions.create], entityRef, actor));
    return granted?.has(roadmapPermissions.create.name) ?? false;
  }
}

function refsOf(one: StoredFollowUp): string[] {
  return [one.entityRef, one.runbookEntityRef, one.by];
}

function toView(one: StoredFollowUp, links: EntityLinks): FollowUp {
  return {
    item: {
      entity: links.link(one.entityRef),
      id: one.itemId,
      title: one.title,
      status: one.status,
      ...(one.end && { end: one.end }),
      archived: one.archived,
    },
    of: {
      entity: links.link(one.runbookEntityRef),
      runbook: { id: one.runbookId, title: one.runbookTitle },
      ...(one.runId &&
        one.reason && { run: { id: one.runId, reason: one.reason } }),
      ...(one.step && { step: one.step }),
    },
    by: links.link(one.by),
    at: one.at.toISOString(),
  };
}
