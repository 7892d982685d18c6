import {
  overdueBefore,
  verificationState,
  type ListOwnershipVerificationsQuery,
  type Verification,
  type VerificationPage,
  type VerificationPeriods,
  type VerificationState,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf } from '../directory/asked';
import type { CallerCredentials } from '../http/types';
import type { Actor, Actors } from '../permissions/Actors';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { answersFor } from './responsible';
import type {
  StoredAnswer,
  StoredVerification,
  VerificationStore,
} from './VerificationStore';
import { verificationView } from './verificationView';
import { entitiesOf } from './visibleEntities';

const FIRST_DAY = '0000-00-00';
const LAST_DAY = '9999-99-99';

export interface VerificationServiceOptions {
  models: OwnershipModels;
  verifications: VerificationStore;
  actors: Actors;
  periods: VerificationPeriods;
  now?: () => Date;
}

/** Whether what is owned is still owned rightly: what is due, on a period by tier. */
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
