import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  readableDay,
  stageOf,
  type CheckDefinition,
  type TransitionRecord,
} from '@productops/backstage-plugin-product-ops-common';
import pLimit from 'p-limit';
import { tabPath } from '../messages/tabPath';
import type { Message, Messages } from '../messages/types';
import type { OwnershipModel } from '../ownership/OwnershipModel';
import type { OwnershipModels } from '../ownership/OwnershipModels';
import type { LifecycleRules } from './config';
import { holdersIn } from './people';
import type { CheckRegression } from './ports';

const TOPIC = 'lifecycle';
const AT_ONCE = 4;
const DECISIONS: Partial<Record<TransitionRecord['state'], string>> = {
  approved: 'approved: the catalog file is to be changed',
  completed: 'approved, and is complete',
  refused: 'refused',
  withdrawn: 'taken back',
  superseded: 'overtaken: it is in another stage now',
};

type Text = Pick<Message, 'recipients' | 'title' | 'link'> &
  Partial<Omit<Message, 'topic'>>;

/** A sunset plan, as people are told of it. */
export interface SunsetToTell {
  id: string;
  entityRef: string;
  endOfLife: string;
  /** Who changed it; nobody when the suite itself found something. */
  by?: string;
}

/**
 * Tells people and open pages what has become of stages. Nothing that follows a person's own doing fails, and nobody who
 * writes waits for it: what is written is written, whoever hears of it.
 */
export class LifecycleNotices {
  readonly #models: OwnershipModels;
  readonly #messages: Messages;
  readonly #rules: LifecycleRules;
  readonly #logger: LoggerService;

  static create(
    options: Messages & {
      models: OwnershipModels;
      rules: LifecycleRules;
      logger: LoggerService;
    },
  ): LifecycleNotices {
    return new LifecycleNotices(options);
  }

  private constructor(options: Parameters<typeof LifecycleNotices.create>[0]) {
    this.#models = options.models;
    this.#messages = options;
    this.#rules = options.rules;
    this.#logger = options.logger;
  }

  /** Pages that show stages ask again. */
  async changed(): Promise<void> {
    await this.#messages.live.changed({ room: 'lifecycle' });
  }

  /** Approvers hear that they are asked. */
  async requested(transition: TransitionRecord): Promise<void> {
    const { entityRef, to, requestedBy, reason } = transition;
    const stage = this.#rules.stages.find(({ id }) => id === to);
    await this.#tell(model => [
      {
        recipients: (stage?.approvers ?? []).flatMap(approver =>
          holdersIn(model, entityRef, approver),
        ),
        except: requestedBy,
        title: `${title(model, requestedBy)} asks to move ${title(
          model,
          entityRef,
        )} to ${this.#stage(to)}`,
        description: reason,
        link: lifecycleLink(entityRef),
        scope: `lifecycle-transition-${transition.id}`,
      },
    ]);
  }

  /** Who asked and the owner hear what became of it. */
  async decided(transition: TransitionRecord): Promise<void> {
    const { entityRef, to, requestedBy, state, decisions } = transition;
    const last = decisions[decisions.length - 1];
    const outcome = DECISIONS[state];
    if (!outcome) {
      return;
    }
    await this.#tell(model => [
      {
        recipients: [requestedBy, model.entities.get(entityRef)?.ownerRef],
        ...(last && { except: last.by }),
        title: `The move of ${title(model, entityRef)} to ${this.#stage(
          to,
        )} was ${outcome}`,
        ...(last?.reason && { description: last.reason }),
        link: lifecycleLink(entityRef),
        scope: `lifecycle-transition-${transition.id}`,
      },
    ]);
  }

  /** The owner hears that an exception has ended. Rejects when that could not be told. */
  async waiverExpired(entityRef: string, checkId: string): Promise<void> {
    await this.#deliver(model => [
      {
        recipients: [model.entities.get(entityRef)?.ownerRef],
        title: `The exception of ${title(
          model,
          entityRef,
        )} has ended: ${this.#check(checkId)}`,
        description: 'The check counts again.',
        link: lifecycleLink(entityRef),
        scope: `lifecycle-check-${entityRef}-${checkId}`,
      },
    ]);
  }

  /**
   * The owner hears that a check which passed does not any more, and so does who answers it when an answer has expired.
   * Rejects when that could not be told.
   */
  async regressed({
    entityRef,
    checkId,
    standing,
  }: CheckRegression): Promise<void> {
    const expired = standing === 'open';
    const check = this.#rules.checks.find(({ id }) => id === checkId);
    await this.#deliver(model => [
      {
        recipients: [
          model.entities.get(entityRef)?.ownerRef,
          ...(expired ? check?.attestedBy ?? [] : []).flatMap(who =>
            holdersIn(model, entityRef, who),
          ),
        ],
        title: expired
          ? `The answer about ${title(
              model,
              entityRef,
            )} has expired: ${this.#check(checkId)}`
          : `${title(model, entityRef)} does not pass any more: ${this.#check(
              checkId,
            )}`,
        link: lifecycleLink(entityRef),
        scope: `lifecycle-check-${entityRef}-${checkId}`,
      },
    ]);
  }

  /**
   * Owners of what depends on something hear that it is retired; each owner once, however much it is. They may not be
   * allowed to read it, so that they hear its name and date alone: the rest is on the page.
   */
  async sunset(
    plan: SunsetToTell,
    dependantRefs: readonly string[],
    options: { late?: boolean } = {},
  ): Promise<void> {
    await this.#tell(model => {
      const byOwner = new Map<string, string[]>();
      for (const ref of dependantRefs) {
        const owner = model.entities.get(ref)?.ownerRef;
        if (owner) {
          byOwner.set(owner, [...(byOwner.get(owner) ?? []), ref]);
        }
      }
      return [...byOwner].map(([owner, refs]): Text => {
        const [first, ...others] = refs;
        const what = `${title(model, first)}${
          others.length ? ` and ${others.length} more` : ''
        }`;
        return {
          recipients: [owner],
          ...(plan.by && { except: plan.by }),
          title: `${nameOf(plan.entityRef)} is retired on ${readableDay(
            plan.endOfLife,
          )}, and ${what} ${options.late ? 'now depends' : 'depends'} on it`,
          link: lifecycleLink(first),
          scope: `sunset-${plan.id}-${owner}${options.late ? '-late' : ''}`,
        };
      });
    });
  }

  /** Who plans the end of something hears that the owner of a dependant has answered, and no more of what that may be. */
  async acknowledged(
    plan: SunsetToTell & { begunBy: string },
    said: { dependantRef: string; answer: string; by: string },
  ): Promise<void> {
    await this.#tell(model => [
      {
        recipients: [
          plan.begunBy,
          model.entities.get(plan.entityRef)?.ownerRef,
        ],
        except: said.by,
        title: `${nameOf(said.dependantRef)}: ${said.answer}, as ${title(
          model,
          plan.entityRef,
        )} is retired`,
        link: lifecycleLink(plan.entityRef),
        scope: `sunset-${plan.id}-${said.dependantRef}`,
      },
    ]);
  }

  #stage(id: string): string {
    return stageOf(id, this.#rules.stages).title;
  }

  #check(id: string): string {
    return (
      this.#rules.checks.find((check: CheckDefinition) => check.id === id)
        ?.title ?? id
    );
  }

  // What people are told goes by the whole organisation, since not all of them know the same part of it.
  async #deliver(texts: (model: OwnershipModel) => Text[]): Promise<void> {
    const { notifier } = this.#messages;
    for (const text of texts(await this.#models.latest())) {
      await notifier.deliver({ ...text, topic: TOPIC });
    }
  }

  async #tell(texts: (model: OwnershipModel) => Text[]): Promise<void> {
    try {
      const limit = pLimit(AT_ONCE);
      await Promise.all(
        texts(await this.#models.latest()).map(text =>
          limit(() =>
            this.#messages.notifier.notify({ ...text, topic: TOPIC }),
          ),
        ),
      );
    } catch (error) {
      this.#logger.warn(
        `Nobody could be told of a change of a stage: ${stringifyError(error)}`,
      );
    }
  }
}

function title(model: OwnershipModel, ref: string): string {
  const known =
    model.entities.get(ref) ?? model.teams.get(ref) ?? model.people.get(ref);
  return known?.title ?? nameOf(ref);
}

/** The name in a ref, which whoever depends on the entity has written themselves. */
function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function lifecycleLink(entityRef: string): string {
  return tabPath(entityRef, 'lifecycle');
}
