import { InputError } from '@backstage/errors';
import {
  attestationOf,
  attestationProblem,
  lifecycleAttestPermission,
  type AttestCheckBody,
  type Attestation,
  type AttestationPage,
  type CheckDefinition,
  type ListAttestationsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import { linkIn } from '../../ownership/links';
import type { LifecycleRules } from '../config';
import type { LifecycleService } from '../LifecycleService';
import type { LifecycleNotices } from '../LifecycleNotices';
import { markForEvaluation } from '../pending';
import {
  entityIn,
  spokenFor,
  titleOfApprover,
  type LifecyclePeople,
  type View,
} from '../people';
import { conflict } from '../conflict';
import type { AttestationStore, StoredAttestation } from './AttestationStore';

export interface AttestationServiceOptions {
  knex: Knex;
  people: LifecyclePeople;
  attestations: AttestationStore;
  lifecycle: Pick<LifecycleService, 'read'>;
  rules: LifecycleRules;
  notices: LifecycleNotices;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Takes the answers of people to checks that no fact answers. */
export class AttestationService {
  readonly #options: AttestationServiceOptions;

  static create(options: AttestationServiceOptions): AttestationService {
    return new AttestationService(options);
  }

  private constructor(options: AttestationServiceOptions) {
    this.#options = options;
  }

  /** A page of answers about one entity, the latest first. */
  async list(
    query: ListAttestationsQuery,
    { credentials }: Options,
  ): Promise<AttestationPage> {
    const { people, attestations } = this.#options;
    const page = pageOf(query);
    const view = await people.view(credentials);
    const { ref } = entityIn(view, query.entity);
    const [found, last] = await Promise.all([
      attestations.list({ entityRef: ref, checkId: query.check, page }),
      attestations.of([ref]),
    ]);
    return {
      items: found.attestations.map(one =>
        this.view(one, view, last.get(ref)?.get(one.checkId)),
      ),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** Answers a check of an entity. */
  async attest(
    body: AttestCheckBody,
    { credentials }: Options,
  ): Promise<Attestation> {
    const { knex, people, attestations, notices } = this.#options;
    const access = await people.access(body.entity, credentials);
    const { ref } = access.entity;
    const check = await this.#demanded(ref, body.check);
    const problem = attestationProblem(check, body);
    if (problem) {
      throw new InputError(problem);
    }
    await people.assertAllowed(lifecycleAttestPermission, access, {
      isParty: spokenFor(access, ref, check.attestedBy).length > 0,
      otherwise: `Only ${(check.attestedBy ?? [])
        .map(approver => titleOfApprover(access, approver))
        .join(', ')} may answer ${check.id}`,
    });
    const answer: StoredAttestation = {
      ...attestationOf(check, {
        ...body,
        by: access.actor.ref,
        at: (this.#options.now?.() ?? new Date()).toISOString(),
      }),
      id: randomUUID(),
      entityRef: ref,
      checkId: check.id,
      version: body.version + 1,
    };
    const last = (await attestations.of([ref])).get(ref)?.get(check.id);
    const added =
      (last?.version ?? 0) === body.version &&
      (await knex.transaction(async trx => {
        const kept = await attestations.add(trx, answer);
        if (kept) {
          await markForEvaluation(trx, [ref]);
        }
        return kept;
      }));
    if (added) {
      notices.changed();
      return this.view(answer, access, answer);
    }
    const now = (await attestations.of([ref])).get(ref)?.get(check.id);
    if (now && isSame(now, answer)) {
      return this.view(now, access, now);
    }
    throw conflict(
      `${check.id} has been answered since`,
      now && this.view(now, access, now),
    );
  }

  /** An answer as a caller may know it. */
  view(
    attestation: StoredAttestation,
    { mine }: Pick<View, 'mine'>,
    last: StoredAttestation | undefined,
  ): Attestation {
    const { checkId, validUntil, version } = attestation;
    const now = this.#options.now?.() ?? new Date();
    const stateOf = () => {
      if (last && last.version > version) {
        return 'replaced';
      }
      return validUntil && new Date(validUntil) <= now ? 'expired' : 'current';
    };
    return {
      id: attestation.id,
      version,
      entity: linkIn(mine, attestation.entityRef),
      check: {
        id: checkId,
        title:
          this.#options.rules.checks.find(({ id }) => id === checkId)?.title ??
          checkId,
      },
      answer: attestation.answer,
      evidence: attestation.evidence ?? '',
      by: linkIn(mine, attestation.by),
      at: attestation.at,
      ...(validUntil && { validUntil }),
      state: stateOf(),
    };
  }

  async #demanded(ref: string, checkId: string): Promise<CheckDefinition> {
    const check = this.#options.rules.checks.find(({ id }) => id === checkId);
    const read = await this.#options.lifecycle.read(ref);
    if (!check || !read?.results.has(checkId)) {
      throw new InputError(
        `check: got ${checkId}, which no stage demands of ${ref}; expected one of ${
          [...(read?.results.keys() ?? [])].join(', ') || 'none'
        }`,
      );
    }
    return check;
  }
}

/** Whether an answer is one that was sent twice. */
function isSame(one: StoredAttestation, other: StoredAttestation): boolean {
  return (
    one.version === other.version &&
    one.by === other.by &&
    one.answer === other.answer &&
    one.evidence === other.evidence
  );
}
