import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { isReadable } from '../../permissions/entityAccess';
import type { Visibility } from '../../permissions/types';
import type { FeedbackStore } from './FeedbackStore';
import type { FeedbackViews } from './FeedbackViews';
import type { StoredFeedback } from './rows';

export interface FeedbackAccessOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  feedback: FeedbackStore;
  views: FeedbackViews;
}

/** Who asks for which feedback. */
export class FeedbackAccess {
  readonly #options: FeedbackAccessOptions;

  static create(options: FeedbackAccessOptions): FeedbackAccess {
    return new FeedbackAccess(options);
  }

  private constructor(options: FeedbackAccessOptions) {
    this.#options = options;
  }

  /** Feedback on an entity that the caller may read; 404 for any other. */
  async find(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<StoredFeedback> {
    const { feedback } = this.#options;
    const found = await feedback.find(id);
    if (!found || !(await this.readable(found.entityRef, credentials))) {
      throw new NotFoundError(`No feedback ${id}`);
    }
    return found;
  }

  /** Whether the catalog has an entity that the caller may read. */
  async readable(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return isReadable(this.#options, ref, credentials);
  }

  /** A conflict (409) with feedback as it is now. */
  async conflict(
    message: string,
    id: string,
    credentials: CallerCredentials,
  ): Promise<Error> {
    const { views } = this.#options;
    return Object.assign(new ConflictError(message), {
      current: await views.one(await this.find(id, credentials), credentials),
    });
  }
}
