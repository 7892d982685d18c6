import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  excerptOf,
  feedbackPermissions,
  isUndecided,
  roadmapPermissions,
  type Feedback,
  type FeedbackLink,
  type FeedbackMay,
  type FeedbackRef,
} from '@productops/backstage-plugin-product-ops-common';
import type { CallerCredentials } from '../../http/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { Person, Actors } from '../../permissions/Actors';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { FeedbackLinkStore, LinkedItem } from './FeedbackLinkStore';
import type { FeedbackStore } from './FeedbackStore';
import { MAX_MERGED, type StoredFeedback } from './rows';
import type { VoteStore } from './VoteStore';

export interface FeedbackViewsOptions {
  access: RoadmapAccess;
  actors: Actors;
  feedback: FeedbackStore;
  links: FeedbackLinkStore;
  votes: VoteStore;
}

/** What somebody may do with the feedback on each of some entities. */
interface Rights {
  actor?: Person;
  of(permission: 'vote' | 'comment' | 'moderate', entityRef: string): boolean;
}

/** Feedback as its caller may know it. */
export class FeedbackViews {
  readonly #options: FeedbackViewsOptions;

  static create(options: FeedbackViewsOptions): FeedbackViews {
    return new FeedbackViews(options);
  }

  private constructor(options: FeedbackViewsOptions) {
    this.#options = options;
  }

  /**
   * A list, without the texts: a bounded number of questions, however long it is.
   *
   * @param found - who asks, where that is known
   */
  async list(
    items: readonly StoredFeedback[],
    credentials: CallerCredentials,
    found?: { actor?: Person },
  ): Promise<Feedback[]> {
    if (items.length === 0) {
      return [];
    }
    const { access, actors, links, votes } = this.#options;
    const ids = items.map(({ id }) => id);
    const [{ actor }, linked] = await Promise.all([
      found ?? { actor: actors.person(credentials) },
      links.ofMany(ids),
    ]);
    const [rights, voted, names] = await Promise.all([
      this.#rights(items, actor),
      actor ? votes.votedFor(actor.ref, ids) : new Set<string>(),
      access.links(
        [
          ...items.flatMap(one => [
            one.entityRef,
            one.author,
            ...(one.answer ? [one.answer.by] : []),
          ]),
          ...linked.map(({ entityRef }) => entityRef),
        ],
        credentials,
      ),
    ]);
    return items.map(one => ({
      id: one.id,
      version: one.version,
      entity: names.link(one.entityRef),
      title: one.title,
      excerpt: excerptOf(one.text),
      status: one.status,
      ...(one.reason && { reason: one.reason }),
      author: names.link(one.author),
      at: one.createdAt.toISOString(),
      ...(one.editedAt && { editedAt: one.editedAt.toISOString() }),
      activityAt: one.activityAt.toISOString(),
      votes: one.votes,
      voted: voted.has(one.id),
      comments: one.comments,
      ...(one.answer && {
        answer: {
          text: one.answer.text,
          by: names.link(one.answer.by),
          at: one.answer.at.toISOString(),
        },
      }),
      links: linked
        .filter(link => link.feedbackId === one.id)
        .filter(link => names.known(link.entityRef))
        .map(link => toLink(link, names)),
      mine: one.author === rights.actor?.ref,
      merged: one.merged,
      withdrawn: one.withdrawn,
      may: mayOf(one, rights),
    }));
  }

  /** One with its text, what it was merged into and what was merged into it. */
  async one(
    feedback: StoredFeedback,
    credentials: CallerCredentials,
  ): Promise<Feedback> {
    const { feedback: store } = this.#options;
    const [[view], into, from] = await Promise.all([
      this.list([feedback], credentials),
      feedback.mergedInto ? store.find(feedback.mergedInto) : undefined,
      store.mergedInto(feedback.id, MAX_MERGED),
    ]);
    const known = await this.#refs(
      [...(into ? [into] : []), ...from],
      credentials,
    );
    const target = into && known.get(into.id);
    return {
      ...view,
      text: feedback.text,
      ...(target && { mergedInto: target }),
      mergedFrom: from.flatMap(({ id }) => known.get(id) ?? []),
    };
  }

  /** Other feedback, of what the caller may read. */
  async #refs(
    items: readonly StoredFeedback[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, FeedbackRef>> {
    if (items.length === 0) {
      return new Map();
    }
    const names = await this.#options.access.links(
      items.map(({ entityRef }) => entityRef),
      credentials,
    );
    return new Map(
      items
        .filter(({ entityRef }) => names.known(entityRef))
        .map(({ id, title, entityRef }) => [
          id,
          { id, title, entity: names.link(entityRef) },
        ]),
    );
  }

  async #rights(
    items: readonly StoredFeedback[],
    actor: Person | undefined,
  ): Promise<Rights> {
    const { actors } = this.#options;
    if (!actor) {
      return { of: () => false };
    }
    const refs = items.map(({ entityRef }) => entityRef);
    const [vote, comment, moderate] = await actors.allowedEach(
      [
        feedbackPermissions.vote,
        roadmapPermissions.comment,
        feedbackPermissions.moderate,
      ],
      refs,
      actor,
    );
    const granted = { vote, comment, moderate };
    return { actor, of: (permission, ref) => granted[permission].has(ref) };
  }
}

function mayOf(feedback: StoredFeedback, rights: Rights): FeedbackMay {
  const { entityRef, merged, withdrawn, author } = feedback;
  const stands = !merged && !withdrawn;
  const own = author === rights.actor?.ref && isUndecided(feedback);
  return {
    vote: stands && rights.of('vote', entityRef),
    comment: stands && rights.of('comment', entityRef),
    edit: own,
    withdraw: own,
    moderate: !withdrawn && rights.of('moderate', entityRef),
  };
}

function toLink(link: LinkedItem, names: EntityLinks): FeedbackLink {
  return {
    entity: names.link(link.entityRef),
    id: link.itemId,
    source: link.source,
    title: link.title,
    status: link.status,
    ...(link.end && { end: link.end }),
    archived: link.archived,
  };
}
