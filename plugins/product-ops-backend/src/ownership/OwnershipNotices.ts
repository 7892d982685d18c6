import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  OWNERSHIP_GAP_RULES,
  type TransferState,
} from '@productops/backstage-plugin-product-ops-common';
import pLimit from 'p-limit';
import type { Message, Messages } from '../messages/types';
import type { GapToTell } from './gapRecords';
import type { OverdueOwner } from './overdueRecords';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import type { CompletedTransfer, Recorded } from './OwnershipRecords';
import type { StoredTransfer } from './TransferStore';

const TOPIC = 'ownership';
const AT_ONCE = 4;
const DECISIONS: Partial<Record<TransferState, string>> = {
  accepted: 'accepted',
  declined: 'declined',
  withdrawn: 'taken back',
};

type Text = Pick<Message, 'recipients' | 'title' | 'link'> &
  Partial<Omit<Message, 'topic'>>;

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
        link: transferLink(entityRef),
        scope: transferScope(transfer.id),
      },
    ]);
  }

  /** Owners and role holders hear what somebody calls wrong, in one message however much it is. */
  async calledWrong(
    entityRefs: readonly string[],
    answer: { by: string; reason?: string },
  ): Promise<void> {
    const [first, ...others] = entityRefs;
    if (!first) {
      return;
    }
    await this.#tell(model => [
      {
        recipients: entityRefs.flatMap(ref => [
          model.entities.get(ref)?.ownerRef,
          ...holdersOf(model, ref),
        ]),
        except: answer.by,
        title: `${title(model, answer.by)} says that the ownership of ${title(
          model,
          first,
        )}${others.length ? ` and ${others.length} more` : ''} is wrong`,
        description: answer.reason,
        link: others.length
          ? '/ownership?view=verify&mine=true'
          : entityLink(first),
      },
    ]);
  }

  /** Both teams hear of transfers that are complete; owners of new gaps and of overdue verifications, once. */
  async recorded({
    rowsWritten,
    completed,
    gaps,
    overdue,
  }: Recorded): Promise<void> {
    if (rowsWritten > 0) {
      await this.changed();
    }
    await this.#tell(model => [
      ...completed.map(transfer => completedText(model, transfer)),
      ...gapTexts(model, gaps),
      ...overdue.map(owner => overdueText(model, owner)),
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

function completedText(
  model: OwnershipModel,
  { id, entityRef, from, to }: CompletedTransfer,
): Text {
  return {
    recipients: [from, to],
    title: `${title(model, to)} owns ${title(model, entityRef)} now`,
    description: 'The catalog shows the new owner: the transfer is complete.',
    link: entityLink(entityRef),
    scope: transferScope(id),
  };
}

/** One message an owner; of what nobody can hear of, since its owner is missing, role holders hear. */
function gapTexts(model: OwnershipModel, gaps: readonly GapToTell[]): Text[] {
  const byRecipients = new Map<string, GapToTell[]>();
  for (const gap of gaps) {
    const owner = model.entities.get(gap.entityRef)?.ownerRef;
    const hears =
      owner && (model.teams.has(owner) || model.people.has(owner))
        ? [owner]
        : holdersOf(model, gap.entityRef);
    const key = hears.join(' ');
    byRecipients.set(key, [...(byRecipients.get(key) ?? []), gap]);
  }
  return [...byRecipients].map(([key, found]) => {
    const [{ entityRef, rule }] = found;
    const what = OWNERSHIP_GAP_RULES.find(known => known.rule === rule)?.title;
    return {
      recipients: key.split(' ').filter(Boolean),
      ...(found.length === 1
        ? {
            title: `Gap in the ownership of ${title(model, entityRef)}: ${
              what ?? rule
            }`,
            link: entityLink(entityRef),
          }
        : {
            title: `${found.length} new gaps in the ownership of ${title(
              model,
              entityRef,
            )} and others`,
            link: '/ownership?view=gaps',
          }),
    };
  });
}

function overdueText(
  model: OwnershipModel,
  { owner, count }: OverdueOwner,
): Text {
  const team = title(model, owner);
  return {
    recipients: [owner],
    title:
      count === 1
        ? `An ownership verification of ${team} is overdue`
        : `${count} ownership verifications of ${team} are overdue`,
    link: `/ownership?view=verify&state=overdue&owner=${encodeURIComponent(
      owner,
    )}`,
    scope: `ownership-overdue-${owner}`,
  };
}

function holdersOf(model: OwnershipModel, entityRef: string): string[] {
  const entity = model.entities.get(entityRef);
  return entity
    ? [...new Set(model.effectiveRoles(entity).map(({ holder }) => holder))]
    : [];
}

function title(model: OwnershipModel, ref: string): string {
  const known =
    model.entities.get(ref) ?? model.teams.get(ref) ?? model.people.get(ref);
  return known?.title ?? ref.slice(ref.lastIndexOf('/') + 1);
}

function entityLink(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}/ownership`;
}

function transferLink(entityRef: string): string {
  return `/ownership?view=transfers&entity=${encodeURIComponent(entityRef)}`;
}

function transferScope(id: string): string {
  return `ownership-transfer-${id}`;
}
