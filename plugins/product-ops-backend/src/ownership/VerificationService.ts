import {
  overdueBefore,
  ownershipVerifyPermission,
  verificationDue,
  verificationState,
  type ListOwnershipVerificationsQuery,
  type Verification,
  type VerificationAnswer,
  type VerificationPage,
  type VerificationPeriods,
  type VerificationResults,
  type VerificationState,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf } from '../directory/asked';
import type { CallerCredentials } from '../http/types';
import type { Actor, Actors } from '../permissions/Actors';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import type { OwnershipNotices } from './OwnershipNotices';
import { answersFor } from './responsible';
import type { TransferService } from './TransferService';
import type {
  StoredAnswer,
  StoredVerification,
  VerificationStore,
} from './VerificationStore';
import { errorOf, type Result } from './verificationErrors';
import { verificationView } from './verificationView';
import { entitiesOf } from './visibleEntities';

const FIRST_DAY = '0000-00-00';
const LAST_DAY = '9999-99-99';

export interface VerificationServiceOptions {
  models: OwnershipModels;
  verifications: VerificationStore;
  transfers: TransferService;
  notices: OwnershipNotices;
  actors: Actors;
  periods: VerificationPeriods;
  now?: () => Date;
}

/** Whether what is owned is still owned rightly: asked on a period by tier, answered by those who answer for it. */
export class VerificationService {
  readonly #options: VerificationServiceOptions;

  static create(options: VerificationServiceOptions): VerificationService {
    return new VerificationService(options);
  }

  private constructor(options: VerificationServiceOptions) {
    this.#options = options;
  }

  /** A page of what is due, the longest due first. */
  async list(
    query: ListOwnershipVerificationsQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<VerificationPage> {
    const { models, verifications, actors, periods } = this.#options;
    const page = pageOf(query);
    const [model, actor] = await Promise.all([
      models.forCaller(credentials),
      actors.find(credentials),
    ]);
    const entity = query.entity && refOf(query.entity, 'component');
    const filter = {
      ...entitiesOf(
        model,
        entity,
        query.mine
          ? candidate =>
              actor !== undefined && answersFor(model, actor.refs, candidate)
          : undefined,
      ),
      ...(query.owner && {
        owners: [...model.withDescendants(refOf(query.owner))],
      }),
    };
    const today = this.#today();
    const before = overdueBefore(today, periods);
    const states = query.state?.length ? query.state : ['overdue', 'due'];
    // The day after today begins with the same text and one sign more.
    const tomorrow = `${today}~`;
    const ranges: Record<VerificationState, [string, string]> = {
      overdue: [FIRST_DAY, before],
      due: [before, tomorrow],
      upcoming: [tomorrow, LAST_DAY],
    };
    const [found, counts] = await Promise.all([
      verifications.list({
        filter,
        ranges: (Object.keys(ranges) as VerificationState[])
          .filter(state => states.includes(state))
          .map(state => ranges[state]),
        page,
      }),
      verifications.count({ filter, overdueBefore: before, today }),
    ]);
    const total = (Object.keys(counts) as VerificationState[])
      .filter(state => states.includes(state))
      .reduce((sum, state) => sum + counts[state], 0);
    const answers = await verifications.latestAnswers(
      found.map(({ entityRef }) => entityRef),
    );
    return {
      items: found.map(verification =>
        this.#view(
          model,
          verification,
          answers.get(verification.entityRef),
          actor,
        ),
      ),
      totalItems: total,
      counts,
      pageInfo: pageInfoOf(page, total),
    };
  }

  /** Takes answers, each by itself. One answer alone that cannot be taken is an error. */
  async answer(
    answers: readonly VerificationAnswer[],
    { credentials }: { credentials: CallerCredentials },
  ): Promise<VerificationResults> {
    const { models, actors } = this.#options;
    const actor = await actors.of(credentials);
    const model = await models.forCaller(credentials);
    const refs = answers.map(({ entity }) => refOf(entity, 'component'));
    const allowed = await actors.allowed(
      ownershipVerifyPermission,
      refs.filter(ref => model.entities.has(ref)),
      actor,
    );
    const results: Result[] = [];
    for (const [index, answer] of answers.entries()) {
      const ref = refs[index];
      results.push({
        entity: ref,
        ...(await this.#answerOne(model, actor, ref, answer, allowed)),
      });
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
    const wrong = answers
      .map(({ answer, to, reason }, index) => ({ answer, to, reason, index }))
      .filter(
        ({ answer, to, index }) => answer === 'wrong' && !to && taken(index),
      );
    const [reason, ...others] = new Set(wrong.map(one => one.reason?.trim()));
    void notices.calledWrong(
      wrong.map(({ index }) => results[index].entity),
      { by: actor.ref, reason: others.length ? undefined : reason },
    );
  }

  async #answerOne(
    model: OwnershipModel,
    actor: Actor,
    ref: string,
    answer: VerificationAnswer,
    allowed: ReadonlySet<string>,
  ): Promise<Omit<Result, 'entity'>> {
    const { verifications, transfers, periods } = this.#options;
    const entity = model.entities.get(ref);
    const seen = entity && (await verifications.get(ref));
    if (!entity || !seen) {
      return { outcome: 'not-found', message: `No entity ${ref} to verify` };
    }
    if (!allowed.has(ref) || !answersFor(model, actor.refs, entity)) {
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
    const problem = proposal && transfers.problemOf(model, proposal);
    if (problem) {
      return { outcome: 'invalid', message: problem };
    }
    const at = this.#options.now?.() ?? new Date();
    const kept: StoredAnswer = {
      answer: answer.answer,
      by: actor.ref,
      at,
      ...(reason && { reason }),
    };
    const outcome = await verifications.transaction(async trx => {
      const taken = await verifications.answer(
        trx,
        { ...seen, version: answer.version },
        {
          ...kept,
          dueAt: verificationDue(
            {
              tier: entity.tier,
              ownerSince: seen.ownerSince,
              last: { answer: answer.answer, at },
            },
            periods,
          ),
        },
      );
      return taken
        ? {
            proposed:
              proposal && (await transfers.open(proposal, actor, at, trx)),
          }
        : undefined;
    });
    if (!outcome) {
      const [now, latest] = await Promise.all([
        verifications.get(ref),
        verifications.latestAnswers([ref]),
      ]);
      return {
        outcome: 'conflict',
        message: `${ref} has changed since: somebody else has answered, or it has another owner`,
        ...(now && {
          current: this.#view(model, now, latest.get(ref), actor),
        }),
      };
    }
    const { proposed } = outcome;
    if (proposed?.opened) {
      transfers.tellOpened(proposed.transfer);
    }
    return {
      outcome: 'recorded',
      ...(proposed && {
        transfer: await transfers.get(proposed.transfer.id, model, actor),
      }),
    };
  }

  #view(
    model: OwnershipModel,
    verification: StoredVerification,
    last: StoredAnswer | undefined,
    actor: Actor | undefined,
  ): Verification {
    return verificationView(model, verification, {
      last,
      actor,
      state: verificationState(
        verification.dueAt,
        this.#today(),
        this.#options.periods,
      ),
    });
  }

  #today(): string {
    return (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
  }
}
