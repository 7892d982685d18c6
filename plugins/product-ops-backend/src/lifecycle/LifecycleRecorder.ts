import type { StageHistory, SeenStage } from './history/StageHistory';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { WaiverStore } from './checks/WaiverStore';
import type { LifecycleNotices } from './LifecycleNotices';
import type { LifecycleEvents, StageChange } from './ports';
import type { OwnershipModels } from '../ownership/OwnershipModels';
import type { SunsetFollower } from './sunset/SunsetFollower';
import type { TransitionKeeper } from './transitions/TransitionKeeper';
import type { TransitionStore } from './transitions/TransitionStore';

const BATCH = 100;
const MAX_ENDED = 500;

export interface LifecycleRecorderOptions {
  transitions: TransitionStore;
  keeper: TransitionKeeper;
  waivers: WaiverStore;
  sunsets: SunsetFollower;
  models: OwnershipModels;
  notices: LifecycleNotices;
  logger: LoggerService;
}

/**
 * Follows what happens by itself: the catalog shows a stage that was approved, a gate opens that nobody has to approve,
 * an exception ends, something begins to depend on what is retired. One of all instances does it.
 */
export class LifecycleRecorder {
  readonly #options: LifecycleRecorderOptions;

  static create(options: LifecycleRecorderOptions): LifecycleRecorder {
    return new LifecycleRecorder(options);
  }

  private constructor(options: LifecycleRecorderOptions) {
    this.#options = options;
  }

  /** Brings all up to date; gives how much has changed. */
  async record(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { keeper, sunsets, notices } = this.#options;
    const changes =
      (await this.#transitions(options.signal)) +
      (await this.#waivers()) +
      (await sunsets.follow(keeper.now()));
    if (changes > 0) {
      await notices.changed();
    }
    return changes;
  }

  async #transitions(signal?: AbortSignal): Promise<number> {
    const { transitions, keeper, models } = this.#options;
    const model = await models.latest();
    let after = '';
    let changes = 0;
    // Nothing at all is what a directory knows that was never filled, or is being made anew.
    while (model.entities.size > 0) {
      signal?.throwIfAborted();
      const open = await transitions.listOpen(BATCH, after);
      if (open.length === 0) {
        break;
      }
      after = open[open.length - 1].entityRef;
      for (const transition of open) {
        const now = await keeper.observe(transition, model);
        changes += now === transition ? 0 : 1;
      }
    }
    return changes;
  }

  async #waivers(): Promise<number> {
    const { waivers, keeper, notices, logger } = this.#options;
    const now = keeper.now();
    let told = 0;
    while (told < MAX_ENDED) {
      const [ended] = await waivers.claimEnded(now, 1);
      if (!ended) {
        break;
      }
      try {
        await notices.waiverExpired(ended.entityRef, ended.checkId);
      } catch (error) {
        await waivers.returnEnded(ended.id);
        logger.warn(
          `Could not tell that the exception to ${ended.checkId} of ${ended.entityRef} has ended; the next run tries again`,
          toError(error),
        );
        break;
      }
      told += 1;
    }
    return told;
  }
}

/** Has the evaluation, which sees every change of every stage, keep the history and tell owners. */
export function lifecycleEvents(options: {
  history: StageHistory;
  transitions: TransitionStore;
  notices: LifecycleNotices;
}): LifecycleEvents {
  const { history, transitions, notices } = options;
  return {
    onRegression: regression => notices.regressed(regression),
    onAnswered: () => notices.changed(),
    async onStageChange(trx: Knex, changes: readonly StageChange[]) {
      const open = await transitions.openOf(
        changes.map(({ entityRef }) => entityRef),
        trx,
      );
      await history.see(
        trx,
        changes.map(({ entityRef, to, cause, at }): SeenStage => {
          const transition = open.get(entityRef);
          return {
            entityRef,
            stage: to,
            ...(cause && { cause }),
            at,
            ...(transition?.state === 'approved' &&
              transition.to === to && { transition: transition.id }),
          };
        }),
      );
    },
  };
}
