import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ownershipVerifyPermission,
  verificationDue,
  verificationState,
  type VerificationAnswer,
  type VerificationPeriods,
  type VerificationResults,
} from '@productops/backstage-plugin-product-ops-common';
import type { CallerCredentials } from '../http/types';
import type { Actor, Actors } from '../permissions/Actors';
import { refOf } from '../directory/asked';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import type { OwnershipNotices } from './OwnershipNotices';
import { problemOf } from './proposals';
import { answersFor } from './responsible';
import type { TransferService } from './TransferService';
import type { StoredAnswer, VerificationStore } from './VerificationStore';
import { errorOf, type Result } from './verificationErrors';
import { verificationView } from './verificationView';

export interface AnswerServiceOptions {
  models: OwnershipModels;
  verifications: VerificationStore;
  transfers: TransferService;
  notices: OwnershipNotices;
  actors: Actors;
  logger: LoggerService;
  periods: VerificationPeriods;
  now?: () => Date;
}

/** Takes what people say of ownership: that it is still right, or what is wrong with it. */
export class AnswerService {
  readonly #options: AnswerServiceOptions;

  static create(options: AnswerServiceOptions): AnswerService {
    return new AnswerService(options);
  }

  private constructor(options: AnswerServiceOptions) {
    this.#options = options;
  }

  /** Takes answers, each by itself. One answer alone that cannot be taken is an error. */
  async take(
    answers: readonly VerificationAnswer[],
    { credentials }: { credentials: CallerCredentials },
  ): Promise<VerificationResults> {
    const { models, actors, transfers, logger } = this.#options;
    const actor = await actors.of(credentials);
    const model = await models.forCaller(credentials);
    const refs = answers.map(({ entity }) => refOf(entity, 'component'));
    const allowed = await actors.allowed(
      ownershipVerifyPermission,
      refs.filter(ref => model.entities.has(ref)),
      actor,
    );
    const mayPropose = await transfers.mayPropose(
      actor,
      refs.filter((ref, index) => answers[index].to && allowed.has(ref)),
    );
    const results: Result[] = [];
    for (const [index, answer] of answers.entries()) {
      const ref = refs[index];
      try {
        results.push({
          entity: ref,
          ...(await this.#answerOne(model, actor, ref, answer, {
            allowed,
            mayPropose,
          })),
        });
      } catch (error) {
        if (answers.length === 1) {
          throw error;
        }
        // What was recorded before stays, and is told.
        logger.error(
          `An answer about the ownership of ${ref} was not kept: ${stringifyError(
            error,
          )}`,
        );
        results.push({
          entity: ref,
          outcome: 'failed',
          message: `The answer about ${ref} could not be kept: try again`,
        });
      }
    }
    this.#tell(actor, answers, results);
    const [only] = results;
    if (results.length === 1 && only.outcome !== 'recorded') {
      throw errorOf(only);
    }
    return { results };
  }

  /** A proposal tells of itself; what is only called wrong, its owners have to look at. Nobody waits for that. */
  #tell(
    actor: Actor,
    answers: readonly VerificationAnswer[],
    results: readonly Result[],
  ): void {
    const { notices } = this.#options;
    const taken = (index: number) => results[index].outcome === 'recorded';
    if (answers.some((_, index) => taken(index))) {
      void notices.changed();
    }
    void notices.calledWrong(
      answers.flatMap(({ answer, reason }, index) =>
        answer === 'wrong' && !results[index].opened && taken(index)
          ? [{ entityRef: results[index].entity, reason: reason?.trim() }]
          : [],
      ),
      { by: actor.ref },
    );
  }

  async #answerOne(
    model: OwnershipModel,
    actor: Actor,
    ref: string,
    answer: VerificationAnswer,
    may: { allowed: ReadonlySet<string>; mayPropose: ReadonlySet<string> },
  ): Promise<Omit<Result, 'entity'>> {
    const { verifications, transfers, periods } = this.#options;
    const entity = model.entities.get(ref);
    const seen = entity && (await verifications.get(ref));
    if (!entity || !seen?.ownerRef) {
      return {
        outcome: 'not-found',
        message: `No entity ${ref} that has an owner to verify`,
      };
    }
    // Whoever had to answer before it moved is told that it has moved, not that it is none of their business.
    if (may.allowed.has(ref) && seen.version !== answer.version) {
      return this.#changed(model, actor, ref);
    }
    if (!may.allowed.has(ref) || !answersFor(model, actor.refs, entity)) {
      return {
        outcome: 'forbidden',
        message: `Only who owns ${ref} or holds a role for it may verify it`,
      };
    }
    const reason = answer.reason?.trim();
    if (answer.answer === 'wrong' && !reason) {
      return {
        outcome: 'invalid',
        message:
          'reason: got none; expected what is wrong with the ownership, where the answer is "wrong"',
      };
    }
    const proposal =
      answer.answer === 'wrong' && answer.to
        ? { entity, to: refOf(answer.to), reason: reason ?? '' }
        : undefined;
    if (proposal && !may.mayPropose.has(ref)) {
      return {
        outcome: 'forbidden',
        message: `to: you may not propose another owner of ${ref}; expected none`,
      };
    }
    const problem = proposal && problemOf(model, proposal);
    if (problem) {
      return { outcome: 'invalid', message: problem };
    }
    const at = this.#now();
    const kept: StoredAnswer = {
      answer: answer.answer,
      by: actor.ref,
      at,
      ...(reason && { reason }),
    };
    const outcome = await verifications.transaction(async trx => {
      const taken = await verifications.answer(trx, seen, {
        ...kept,
        dueAt: verificationDue(
          {
            tier: entity.tier,
            ownerSince: seen.ownerSince,
            last: { answer: answer.answer, at },
          },
          periods,
        ),
      });
      return taken
        ? {
            proposed:
              proposal && (await transfers.open(proposal, actor, at, trx)),
          }
        : undefined;
    });
    if (!outcome) {
      return this.#changed(model, actor, ref);
    }
    const { proposed } = outcome;
    if (proposed?.opened) {
      transfers.tellOpened(proposed.transfer);
    }
    const transfer =
      proposed && (await transfers.get(proposed.transfer.id, model, actor));
    return {
      outcome: 'recorded',
      ...(transfer && {
        transfer,
        opened: proposed.opened,
        ...(transfer.to.ref !== proposal?.to && {
          message: `${ref} is to go to ${transfer.to.title} already; that transfer must end first`,
        }),
      }),
    };
  }

  /** An answer that came too late, with how it is now. */
  async #changed(
    model: OwnershipModel,
    actor: Actor,
    ref: string,
  ): Promise<Omit<Result, 'entity'>> {
    const { verifications, periods } = this.#options;
    const [now, latest] = await Promise.all([
      verifications.get(ref),
      verifications.latestAnswers([ref]),
    ]);
    return {
      outcome: 'conflict',
      message: `${ref} has changed since: somebody else has answered, or it has another owner`,
      ...(now && {
        current: verificationView(model, now, {
          last: latest.get(ref),
          actor,
          state: verificationState(
            now.dueAt,
            this.#now().toISOString().slice(0, 10),
            periods,
          ),
        }),
      }),
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
