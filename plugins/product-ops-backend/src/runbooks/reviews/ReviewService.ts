import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  runbookReviewPermission,
  type ListRunbookReviewsQuery,
  type ReviewRunbookBody,
  type RunbookReview,
  type RunbookReviewPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import { linksFor, readableEntity } from '../../permissions/entityAccess';
import type { Visibility } from '../../permissions/types';
import type { RunbooksService } from '../RunbooksService';
import type { RunbooksStore } from '../RunbooksStore';
import type { ReviewStore, StoredReview } from './ReviewStore';

export interface ReviewServiceOptions extends Messages {
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  reviews: ReviewStore;
  runbooks: RunbooksStore;
  /** What is reviewed, as the caller may read it. */
  service: RunbooksService;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** People vouch that runbooks are still right. */
export class ReviewService {
  readonly #options: ReviewServiceOptions;

  static create(options: ReviewServiceOptions): ReviewService {
    return new ReviewService(options);
  }

  private constructor(options: ReviewServiceOptions) {
    this.#options = options;
  }

  /** A page of the reviews of a runbook, the latest first: also of one that is gone. */
  async list(
    entityRef: string,
    runbookId: string,
    query: ListRunbookReviewsQuery,
    { credentials }: Options,
  ): Promise<RunbookReviewPage> {
    const { reviews } = this.#options;
    const ref = await readableEntity(this.#options, entityRef, credentials);
    const page = pageOf(query);
    const [found, may] = await Promise.all([
      reviews.list(ref, runbookId, { page }),
      this.#mayReview(ref, runbookId, credentials),
    ]);
    return {
      items: await this.#shown(found.reviews, credentials),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
      may: { review: may },
    };
  }

  /** Vouches for a runbook; the same request again gives the same review. */
  async review(
    entityRef: string,
    runbookId: string,
    body: ReviewRunbookBody,
    { credentials }: Options,
  ): Promise<RunbookReview> {
    const { actors, service, reviews, live } = this.#options;
    const ref = await readableEntity(this.#options, entityRef, credentials);
    const { ref: by } = actors.somebody(credentials);
    if (!(await this.#mayReview(ref, runbookId, credentials))) {
      throw new NotAllowedError(
        `You may not review the runbooks of ${ref}; it needs the permission ${runbookReviewPermission.name}`,
      );
    }
    const note = body.note?.replaceAll('\0', '').trim();
    const wanted: StoredReview = {
      id: body.id,
      entityRef: ref,
      runbookId,
      version: body.version,
      by,
      at: this.#options.now?.() ?? new Date(),
      ...(note && { note }),
    };
    if (!(await reviews.find(body.id))) {
      const added = await reviews.add(wanted);
      if (!added) {
        const current = await service.get(ref, runbookId, { credentials });
        throw Object.assign(
          new ConflictError(
            `version: got ${body.version}; expected ${current.version}: the runbook has changed since it was read`,
          ),
          { current },
        );
      }
      live.changed({ room: 'runbooks' });
    }
    const recorded = await reviews.find(body.id);
    if (!recorded || !isSame(recorded, wanted)) {
      throw new ConflictError(
        'id: got one that has recorded something else; expected a new one for each review',
      );
    }
    const [shown] = await this.#shown([recorded], credentials);
    return shown;
  }

  /** Who the policy lets, and of a policy that goes by owners also the owner that the runbook names itself. */
  async #mayReview(
    ref: string,
    runbookId: string,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    const { actors, runbooks } = this.#options;
    const person = actors.person(credentials);
    if (!person) {
      return false;
    }
    const granted = await actors.granted(
      [runbookReviewPermission],
      ref,
      person,
    );
    if (granted.has(runbookReviewPermission.name)) {
      return true;
    }
    if (!(await actors.dependsOnEntity(runbookReviewPermission, person))) {
      return false;
    }
    const [runbook, actor] = await Promise.all([
      runbooks.get(ref, runbookId),
      actors.of(credentials),
    ]);
    return Boolean(runbook?.owner && actor.refs.has(runbook.owner));
  }

  async #shown(
    found: readonly StoredReview[],
    credentials: CallerCredentials,
  ): Promise<RunbookReview[]> {
    const links = await linksFor(
      this.#options,
      found.map(({ by }) => by),
      credentials,
    );
    return found.map(({ id, version, by, at, note }) => ({
      id,
      version,
      by: links.link(by),
      at: at.toISOString(),
      ...(note && { note }),
    }));
  }
}

function isSame(one: StoredReview, other: StoredReview): boolean {
  const said = ({ entityRef, runbookId, version, by, note }: StoredReview) =>
    JSON.stringify([entityRef, runbookId, version, by, note]);
  return said(one) === said(other);
}
