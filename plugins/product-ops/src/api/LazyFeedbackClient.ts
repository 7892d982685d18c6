import type {
  FeedbackApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Feedback over HTTP, whose code is fetched with the rest of the client. */
export class LazyFeedbackClient implements FeedbackApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyFeedbackClient {
    return new LazyFeedbackClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<FeedbackApi['list']>) {
    return (await this.#get()).feedback.list(...args);
  }

  async listOf(...args: Parameters<FeedbackApi['listOf']>) {
    return (await this.#get()).feedback.listOf(...args);
  }

  async listOfItem(...args: Parameters<FeedbackApi['listOfItem']>) {
    return (await this.#get()).feedback.listOfItem(...args);
  }

  async post(...args: Parameters<FeedbackApi['post']>) {
    return (await this.#get()).feedback.post(...args);
  }

  async get(...args: Parameters<FeedbackApi['get']>) {
    return (await this.#get()).feedback.get(...args);
  }

  async patch(...args: Parameters<FeedbackApi['patch']>) {
    return (await this.#get()).feedback.patch(...args);
  }

  async vote(...args: Parameters<FeedbackApi['vote']>) {
    return (await this.#get()).feedback.vote(...args);
  }

  async takeVoteBack(...args: Parameters<FeedbackApi['takeVoteBack']>) {
    return (await this.#get()).feedback.takeVoteBack(...args);
  }

  async listComments(...args: Parameters<FeedbackApi['listComments']>) {
    return (await this.#get()).feedback.listComments(...args);
  }

  async addComment(...args: Parameters<FeedbackApi['addComment']>) {
    return (await this.#get()).feedback.addComment(...args);
  }

  async removeComment(...args: Parameters<FeedbackApi['removeComment']>) {
    return (await this.#get()).feedback.removeComment(...args);
  }

  async merge(...args: Parameters<FeedbackApi['merge']>) {
    return (await this.#get()).feedback.merge(...args);
  }

  async undoMerge(...args: Parameters<FeedbackApi['undoMerge']>) {
    return (await this.#get()).feedback.undoMerge(...args);
  }

  async link(...args: Parameters<FeedbackApi['link']>) {
    return (await this.#get()).feedback.link(...args);
  }

  async unlink(...args: Parameters<FeedbackApi['unlink']>) {
    return (await this.#get()).feedback.unlink(...args);
  }

  async makeItem(...args: Parameters<FeedbackApi['makeItem']>) {
    return (await this.#get()).feedback.makeItem(...args);
  }
}
