import { ConflictError, InputError } from '@backstage/errors';
import {
  feedbackPermissions,
  type Feedback,
  type FeedbackItem,
  type LinkFeedbackBody,
  type MakeItemOfFeedbackBody,
  type MergeFeedbackBody,
} from '@productops/backstage-plugin-product-ops-common';
import { refOf } from '../../directory/asked';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { ItemService } from '../ItemService';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { FeedbackAccess } from './FeedbackAccess';
import { linkIn, type FeedbackLinkStore } from './FeedbackLinkStore';
import type { FeedbackService } from './FeedbackService';
import type { MergeOutcome, MergeStore } from './MergeStore';

/** The contract's bound of an item's description. */
const MAX_DESCRIPTION = 20_000;

export interface ModerationServiceOptions {
  access: RoadmapAccess;
  asked: FeedbackAccess;
  service: FeedbackService;
  items: ItemService;
  links: FeedbackLinkStore;
  merges: MergeStore;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** What product managers do with feedback: unite it, and answer it with items of roadmaps. */
export class ModerationService {
  readonly #options: ModerationServiceOptions;

  static create(options: ModerationServiceOptions): ModerationService {
    return new ModerationService(options);
  }

  private constructor(options: ModerationServiceOptions) {
    this.#options = options;
  }

  /** Merges feedback into other feedback. */
  async merge(
    id: string,
    { version, into }: MergeFeedbackBody,
    options: Options,
  ): Promise<Feedback> {
    if (id === into) {
      throw new InputError(
        'into: got the feedback itself; expected the id of another one',
      );
    }
    const by = await this.#moderator(id, options);
    await this.#moderator(into, options);
    const outcome = await this.#options.merges.merge({ id, version }, into, {
      by,
      at: this.#now(),
    });
    return this.#afterMerge(outcome, id, into, options);
  }

  /** Takes a merge back. */
  async undoMerge(
    id: string,
    { version }: { version: number },
    options: Options,
  ): Promise<Feedback> {
    const { asked, merges } = this.#options;
    const by = await this.#moderator(id, options);
    const { mergedInto } = await asked.find(id, options.credentials);
    if (!mergedInto) {
      throw new InputError(
        'id: got feedback that stands by itself; expected one that was merged',
      );
    }
    await this.#moderator(mergedInto, options);
    const outcome = await merges.undo({ id, version }, { by, at: this.#now() });
    return this.#afterMerge(outcome, id, mergedInto, options);
  }

  /** Links feedback to an item that the caller may read. */
  async link(
    id: string,
    { entity, item, source }: LinkFeedbackBody,
    options: Options,
  ): Promise<Feedback> {
    const { access, links } = this.#options;
    const by = await this.#moderator(id, options);
    const { address } = await access.item(
      { entityRef: refOf(entity, 'product'), id: item, source },
      options.credentials,
    );
    const outcome = await links.add(id, address, { by, at: this.#now() });
    return this.#afterLink(outcome, id, options);
  }

  /** Takes a link away. */
  async unlink(
    id: string,
    { entity, item, source }: LinkFeedbackBody,
    options: Options,
  ): Promise<Feedback> {
    const { access, links } = this.#options;
    const by = await this.#moderator(id, options);
    const { address } = await access.item(
      { entityRef: refOf(entity, 'product'), id: item, source },
      options.credentials,
    );
    await links.remove(id, address, { by, at: this.#now() });
    return this.#afterLink('done', id, options);
  }

  /** Makes an item of feedback, linked to it: both or none. */
  async makeItem(
    id: string,
    { id: itemId, fields }: MakeItemOfFeedbackBody,
    options: Options & { key?: string },
  ): Promise<FeedbackItem> {
    const { asked, items, service } = this.#options;
    const by = await this.#moderator(id, options);
    const feedback = await asked.find(id, options.credentials);
    const { entityRef, title, text, merged, withdrawn } = feedback;
    if (merged || withdrawn) {
      throw await asked.conflict(
        'id: got feedback that was merged or taken back; expected feedback that stands',
        id,
        options.credentials,
      );
    }
    const item = await items.create(
      entityRef,
      {
        ...(itemId && { id: itemId }),
        fields: {
          title,
          ...(text && { description: text.slice(0, MAX_DESCRIPTION) }),
          ...fields,
          origin: `feedback:${id}`,
        },
      },
      {
        ...options,
        also: async (trx, made) => {
          const outcome = await linkIn(
            trx,
            id,
            { entityRef, source: 'recorded', itemId: made },
            { by, at: this.#now() },
          );
          if (outcome !== 'done') {
            // All of it is rolled back, the item too.
            throw this.#refused(outcome);
          }
        },
      },
    );
    return { item, feedback: await service.get(id, options) };
  }

  /** Who moderates feedback; 404 for what they may not read, 403 for what is not theirs. */
  async #moderator(id: string, { credentials }: Options): Promise<string> {
    const { access, asked } = this.#options;
    const { entityRef } = await asked.find(id, credentials);
    const actor = await access.allowed(
      [feedbackPermissions.moderate],
      entityRef,
      credentials,
    );
    return actor.ref;
  }

  async #afterMerge(
    outcome: MergeOutcome,
    id: string,
    other: string,
    options: Options,
  ): Promise<Feedback> {
    const { asked, live, service } = this.#options;
    const conflict = (message: string, about: string) =>
      asked.conflict(message, about, options.credentials);
    switch (outcome) {
      case 'changed':
        throw await conflict(
          'version: got another one than the feedback has now',
          id,
        );
      case 'target-changed':
        throw await conflict(
          'into: the feedback that stays was merged or taken back itself; expected one that stands',
          other,
        );
      case 'full':
        throw await conflict(
          'into: as much as may be was merged into it, 100; expected another one',
          other,
        );
      case 'too-many-links':
        throw await conflict(
          'into: together they are linked to more than 50 items; expected fewer',
          other,
        );
      default:
        live.changed({ room: 'roadmap' });
        return service.get(id, options);
    }
  }

  async #afterLink(
    outcome: 'done' | 'changed' | 'full',
    id: string,
    options: Options,
  ): Promise<Feedback> {
    const { asked, live, service } = this.#options;
    if (outcome !== 'done') {
      throw await asked.conflict(
        this.#refused(outcome).message,
        id,
        options.credentials,
      );
    }
    live.changed({ room: 'roadmap' });
    return service.get(id, options);
  }

  #refused(outcome: 'changed' | 'full'): Error {
    return new ConflictError(
      outcome === 'full'
        ? 'item: the feedback is linked to as many items as it may be, 50'
        : 'id: the feedback was merged or taken back, or the item is gone; expected both to stand',
    );
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
