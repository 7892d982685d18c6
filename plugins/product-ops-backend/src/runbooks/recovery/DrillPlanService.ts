import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  drillPlanPermission,
  isIsoDate,
  type ChangeDrillPlanBody,
  type DrillPlan,
  type PlanDrillBody,
} from '@productops/backstage-plugin-product-ops-common';
import { createHash } from 'node:crypto';
import type { CallerCredentials } from '../../http/types';
import { conflict } from '../../lifecycle/conflict';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { RunbooksStore } from '../RunbooksStore';
import type { RunAccess } from '../runs/RunAccess';
import type { DrillPlanStore, StoredPlan } from './DrillPlanStore';
import { toPlanView } from './recoveryView';

export interface DrillPlanServiceOptions {
  access: RunAccess;
  actors: Actors;
  live: LiveUpdates;
  plans: DrillPlanStore;
  runbooks: RunbooksStore;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Drills are planned, moved and cancelled. */
export class DrillPlanService {
  readonly #options: DrillPlanServiceOptions;

  static create(options: DrillPlanServiceOptions): DrillPlanService {
    return new DrillPlanService(options);
  }

  private constructor(options: DrillPlanServiceOptions) {
    this.#options = options;
  }

  /** Plans a drill; the same request again gives the same. */
  async plan(
    entityRef: string,
    body: PlanDrillBody,
    { credentials }: Options,
  ): Promise<DrillPlan> {
    const { access, plans, live } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const by = await this.#planner(ref, credentials);
    checkDay(body.day);
    const at = this.#options.now?.() ?? new Date();
    const request = createHash('sha256')
      .update(JSON.stringify([ref, by, body]))
      .digest('hex');
    const known = await plans.find(body.id);
    if (!known) {
      if (body.day < at.toISOString().slice(0, 10)) {
        throw new InputError(
          `day: got ${body.day}; expected today or a later day`,
        );
      }
      await this.#checkRunbook(ref, body.runbook);
    }
    const note = body.note?.trim();
    const plan =
      known ??
      (await plans.add({
        id: body.id,
        request,
        entityRef: ref,
        ...(body.runbook && { runbookId: body.runbook }),
        day: body.day,
        ...(note && { note }),
        by,
        at,
        version: 1,
        state: 'planned',
      }));
    if (plan.request !== request) {
      throw new ConflictError(
        'id: got one that has planned something else; expected a new one for each drill',
      );
    }
    if (!known) {
      live.changed({ room: 'runbooks' });
    }
    return this.#view(plan, credentials);
  }

  /** Moves or cancels a planned drill. */
  async change(
    id: string,
    { version, day, note, state }: ChangeDrillPlanBody,
    { credentials }: Options,
  ): Promise<DrillPlan> {
    const { plans, live } = this.#options;
    const plan = await this.#find(id, credentials);
    const by = await this.#planner(plan.entityRef, credentials);
    if (day === undefined && note === undefined && state === undefined) {
      throw new InputError(
        'got nothing to change; expected day, note or state',
      );
    }
    if (day !== undefined) {
      checkDay(day);
    }
    const changed = await plans.change(id, version, {
      by,
      ...(day !== undefined && { day }),
      ...(note !== undefined && { note: note.trim() }),
      ...(state && { state }),
    });
    const current = await this.#find(id, credentials);
    const view = await this.#view(current, credentials);
    if (!changed) {
      throw conflict(
        current.state === 'planned'
          ? `version: got ${version}; expected ${current.version}: the plan has changed`
          : `the drill is ${current.state}; expected one that is planned`,
        view,
      );
    }
    live.changed({ room: 'runbooks' });
    return view;
  }

  /** The person who may plan drills of an entity. */
  async #planner(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<string> {
    const { actors } = this.#options;
    const actor = actors.somebody(credentials);
    const granted = await actors.granted(
      [drillPlanPermission],
      entityRef,
      actor,
    );
    if (!granted.has(drillPlanPermission.name)) {
      throw new NotAllowedError(
        `You may not plan drills of ${entityRef}; it needs the permission ${drillPlanPermission.name}`,
      );
    }
    return actor.ref;
  }

  async #checkRunbook(
    entityRef: string,
    runbook: string | undefined,
  ): Promise<void> {
    if (runbook === undefined) {
      return;
    }
    const books = await this.#options.runbooks.listAll(entityRef);
    if (!books.some(({ id, type }) => id === runbook && type === 'recovery')) {
      throw new InputError(
        `runbook: got ${runbook}; expected a recovery runbook of ${entityRef}`,
      );
    }
  }

  async #find(id: string, credentials: CallerCredentials): Promise<StoredPlan> {
    const { access, plans } = this.#options;
    const plan = await plans.find(id);
    const links = plan && (await access.links([plan.entityRef], credentials));
    if (!plan || !links?.known(plan.entityRef)) {
      throw new NotFoundError(`No planned drill ${id}`);
    }
    return plan;
  }

  async #view(
    plan: StoredPlan,
    credentials: CallerCredentials,
  ): Promise<DrillPlan> {
    const { access } = this.#options;
    return toPlanView(
      plan,
      await access.links([plan.entityRef, plan.by], credentials),
    );
  }
}

function checkDay(day: string): void {
  if (!isIsoDate(day)) {
    throw new InputError(
      `day: got ${day}; expected a day of the calendar, such as 2026-12-01`,
    );
  }
}
