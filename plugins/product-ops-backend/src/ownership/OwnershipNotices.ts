import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { TransferState } from '@productops/backstage-plugin-product-ops-common';
import pLimit from 'p-limit';
import type { Messages } from '../messages/types';
import {
  completedText,
  entityLink,
  gapTexts,
  holdersOf,
  overdueTexts,
  supersededText,
  title,
  transferLink,
  transferScope,
  wrongTexts,
  type Text,
} from './noticeTexts';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import type { Recorded } from './OwnershipRecords';
import type { StoredTransfer } from './TransferStore';

const TOPIC = 'ownership';
const AT_ONCE = 4;
const DECISIONS: Partial<Record<TransferState, string>> = {
  accepted: 'accepted',
  declined: 'declined',
  withdrawn: 'taken back',
};

/**
 * Tells people and open pages what has become of ownership. Nothing here fails, and nobody who writes waits for it:
 * what is written is written, whoever hears of it.
 */
export class OwnershipNotices {
  readonly #models: OwnershipModels;
  readonly #messages: Messages;
  readonly #logger: LoggerService;

  static create(
    options: Messages & { models: OwnershipModels; logger: LoggerService },
  ): OwnershipNotices {
    return new OwnershipNotices(options);
  }

  private constructor(
    options: Messages & { models: OwnershipModels; logger: LoggerService },
  ) {
    this.#models = options.models;
    this.#messages = options;
    this.#logger = options.logger;
  }

  /** Pages that show ownership ask again. */
  async changed(): Promise<void> {
    await this.#messages.live.changed({ room: 'ownership' });
  }

  /** The receiving team, the present owner and role holders hear of a proposal. */
  async proposed(transfer: StoredTransfer): Promise<void> {
    const { entityRef, from, to, reason, proposedBy } = transfer;
    await this.#tell(model => [
      {
        recipients: [to, from, ...holdersOf(model, entityRef)],
        except: proposedBy,
        title: `${title(model, proposedBy)} proposes to hand ${title(
          model,
          entityRef,
        )} to ${title(model, to)}`,
        description: reason,
        link: transferLink(entityRef),
        scope: transferScope(transfer.id),
      },
    ]);
  }

  /** Who proposed it and the present owner hear of a decision, and the receiving team when it has none to take. */
  async decided(
    transfer: StoredTransfer,
    decision: { state: TransferState; by: string; reason?: string },
  ): Promise<void> {
    const { entityRef, from, to, proposedBy } = transfer;
    const { state, by, reason } = decision;
    await this.#tell(model => [
      {
        recipients: [proposedBy, from, ...(state === 'withdrawn' ? [to] : [])],
        except: by,
        title: `The transfer of ${title(model, entityRef)} to ${title(
          model,
          to,
        )} was ${DECISIONS[state] ?? state} by ${title(model, by)}`,
        description: reason,
        link: entityLink(entityRef),
        scope: transferScope(transfer.id),
      },
    ]);
  }

  /** Owners and role holders hear what somebody calls wrong of their own, in one message however much it is. */
  async calledWrong(
    answers: ReadonlyArray<{ entityRef: string; reason?: string }>,
    { by }: { by: string },
  ): Promise<void> {
    if (answers.length > 0) {
      await this.#tell(model => wrongTexts(model, answers, by));
    }
  }

  /**
   * Those whom a transfer concerns hear how it ended, owners of new gaps, and owners and role holders of overdue
   * verifications, each once.
   *
   * @param options - whether pages that show ownership show something else now
   */
  async recorded(
    { completed, superseded, gaps, overdue }: Recorded,
    { changed }: { changed: boolean },
  ): Promise<void> {
    if (changed) {
      await this.changed();
    }
    await this.#tell(model => [
      ...completed.map(transfer => completedText(model, transfer)),
      ...superseded.map(transfer => supersededText(model, transfer)),
      ...gapTexts(model, gaps),
      ...overdueTexts(model, overdue),
    ]);
  }

  // What people are told goes by the whole organisation, since not all of them know the same part of it.
  async #tell(texts: (model: OwnershipModel) => Text[]): Promise<void> {
    try {
      const limit = pLimit(AT_ONCE);
      await Promise.all(
        texts(await this.#models.all()).map(text =>
          limit(() =>
            this.#messages.notifier.notify({ ...text, topic: TOPIC }),
          ),
        ),
      );
    } catch (error) {
      this.#logger.warn(
        `Nobody could be told of a change of ownership: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
