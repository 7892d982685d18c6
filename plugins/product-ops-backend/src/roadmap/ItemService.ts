import { ConflictError, InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  createItem,
  decideItem,
  roadmapPermissions,
  type ActOnRoadmapItemBody,
  type CreateRoadmapItemBody,
  type ItemCommand,
  type ItemOutcome,
  type ListRoadmapHistoryQuery,
  type PatchRoadmapItemBody,
  type RoadmapHistoryPage,
  type RoadmapItemDetails,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import type { CallerCredentials } from '../http/types';
import type { LiveUpdates } from '../messages/types';
import {
  commandOf,
  fieldsOfCommand,
  invalidFields,
  permissionsFor,
  type AskedCommand,
} from './commands';
import { hashOf } from './itemRequests';
import type { ItemStore, NewItem } from './ItemStore';
import type { ItemQuestion, RoadmapAccess } from './RoadmapAccess';
import type { RoadmapService } from './RoadmapService';
import { toEntry, type ItemAddress } from './rows';
import { changedElsewhere } from './sources/changedElsewhere';

export interface ItemServiceOptions {
  access: RoadmapAccess;
  items: ItemStore;
  roadmap: RoadmapService;
  live: LiveUpdates;
  /** What other systems are called, by the id of their source. */
  titles?: ReadonlyMap<string, string>;
  categories?: readonly string[];
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Makes and changes items of roadmaps, and tells what became of them. */
export class ItemService {
  readonly #options: ItemServiceOptions;

  static create(options: ItemServiceOptions): ItemService {
    return new ItemService(options);
  }

  private constructor(options: ItemServiceOptions) {
    this.#options = options;
  }

  /** One item, an archived one too. */
  async get(
    question: ItemQuestion,
    options: Options,
  ): Promise<RoadmapItemDetails> {
    const { access, roadmap } = this.#options;
    const { item, address } = await access.item(question, options.credentials);
    return roadmap.view(address.entityRef, item, options);
  }

  /** Makes an item; the same request again gives the same item. */
  async create(
    entityRef: string,
    { id, fields }: CreateRoadmapItemBody,
    {
      key,
      credentials,
      also,
    }: Options & Pick<NewItem, 'also'> & { key?: string },
  ): Promise<RoadmapItemDetails> {
    const { access, items } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const actor = await access.allowed(
      [roadmapPermissions.create],
      ref,
      credentials,
    );
    const { title } = fields as { title?: unknown };
    const created = await items.create({
      entityRef: ref,
      itemId: id,
      title: typeof title === 'string' ? title : '',
      by: actor.ref,
      at: this.#now(),
      ...(key && {
        request: { key, hash: hashOf([ref, id ?? null, fields]) },
      }),
      also,
      make: place => {
        const outcome = createItem(
          fields,
          { entityRef: ref, ...place },
          this.#context(ref),
        );
        if (!outcome.ok) {
          throw outcome.problems
            ? invalidFields(outcome.problems)
            : new ConflictError(outcome.message);
        }
        return outcome.item;
      },
    });
    switch (created.outcome) {
      case 'full':
        throw new ConflictError(
          `The roadmap of ${ref} has as many items as it may have, 2000: declare some in its file`,
        );
      case 'other-request':
        throw new InputError(
          'Idempotency-Key: got one that has asked for something else; expected a new one for each item',
        );
      case 'taken':
        throw await this.#conflict(
          `id: got ${created.itemId}, which an item of ${ref} has; expected another one`,
          { entityRef: ref, id: created.itemId },
          { credentials },
        );
      default:
    }
    if (created.outcome === 'made') {
      this.#options.live.changed({ room: 'roadmap' });
    }
    return this.get(
      { entityRef: ref, id: created.itemId, source: 'recorded' },
      { credentials },
    );
  }

  /** Changes fields of an item. */
  async patch(
    question: ItemQuestion,
    { version, fields }: PatchRoadmapItemBody,
    options: Options,
  ): Promise<RoadmapItemDetails> {
    return this.#do(
      question,
      { type: 'edit', patch: fields },
      version,
      options,
    );
  }

  /** Reorders, reschedules or drops an item, or takes a change back. */
  async act(
    question: ItemQuestion,
    body: ActOnRoadmapItemBody,
    options: Options,
  ): Promise<RoadmapItemDetails> {
    return this.#do(question, commandOf(body), body.version, options);
  }

  /** A page of what became of an item, the latest first. */
  async history(
    question: ItemQuestion,
    query: ListRoadmapHistoryQuery,
    { credentials }: Options,
  ): Promise<RoadmapHistoryPage> {
    const { access, items } = this.#options;
    const page = pageOf(query);
    const { address } = await access.item(question, credentials);
    const { events, total } = await items.history(address, page);
    const links = await access.links(
      events.flatMap(({ by }) => by ?? []),
      credentials,
    );
    return {
      items: events.map(({ version, type, by, via, at, before, after }) => ({
        version,
        type,
        ...(by && { by: links.link(by) }),
        ...(via && { via }),
        at: at.toISOString(),
        before: { ...before },
        after: { ...after },
      })),
      totalItems: total,
      pageInfo: pageInfoOf(page, total),
    };
  }

  async #do(
    question: ItemQuestion,
    asked: AskedCommand,
    version: number,
    options: Options,
  ): Promise<RoadmapItemDetails> {
    const { access, items, live, roadmap } = this.#options;
    const { item, address } = await access.item(question, options.credentials);
    const { entityRef } = address;
    const command = await this.#commandOf(asked, address, item.version);
    const actor = await access.allowed(
      permissionsFor(fieldsOfCommand(command)),
      entityRef,
      options.credentials,
    );
    const outcome = decideItem(toEntry(entityRef, item), command, {
      ...this.#context(entityRef),
      version,
    });
    const known = { entityRef, id: item.id, source: item.source };
    if (!outcome.ok) {
      throw (
        changedElsewhere(item, outcome, this.#options.titles) ??
        (await this.#refusal(outcome, command, known, options))
      );
    }
    if (!outcome.change) {
      return roadmap.view(entityRef, item, options);
    }
    const saved = await items.save(outcome.item, outcome.change, {
      type: command.type === 'undo' ? 'undone' : 'changed',
      by: actor.ref,
      at: this.#now(),
    });
    if (!saved) {
      throw await this.#conflict(
        `version: got ${version}; the item has changed since`,
        known,
        options,
      );
    }
    live.changed({ room: 'roadmap' });
    return this.get(known, options);
  }

  async #commandOf(
    asked: AskedCommand,
    address: ItemAddress,
    version: number,
  ): Promise<ItemCommand> {
    if (asked.type !== 'undo') {
      return asked;
    }
    // What is yet to come is not looked for: it may be more than a column holds.
    const events =
      asked.change > version
        ? []
        : await this.#options.items.changesFrom(address, asked.change);
    const [change, ...later] = events;
    if (
      change?.version !== asked.change ||
      !['changed', 'undone'].includes(change.type)
    ) {
      throw new InputError(
        `change: got ${asked.change}; expected the version of a change in the history of ${address.itemId}`,
      );
    }
    return { type: 'undo', change, later };
  }

  async #refusal(
    refused: Extract<ItemOutcome, { ok: false }>,
    command: ItemCommand,
    known: ItemQuestion,
    options: Options,
  ): Promise<Error> {
    switch (refused.problem) {
      case 'invalid':
        return refused.problems
          ? invalidFields(refused.problems)
          : new InputError(refused.message);
      case 'no-room':
        if (
          command.type !== 'reorder' ||
          !(await this.#options.items.spread(known.entityRef, command))
        ) {
          return new InputError(
            'after: got no rank that sorts above that in before; expected the ranks of two items, one below the other',
          );
        }
        this.#options.live.changed({ room: 'roadmap' });
        return this.#conflict(
          `${refused.message}; all have new ranks now: look again`,
          known,
          options,
        );
      case 'stale':
      case 'changed-since':
        return this.#conflict(refused.message, known, options);
      default:
        return new InputError(`${known.id}: ${refused.message}`);
    }
  }

  /** A conflict (409) with the item as it is now. */
  async #conflict(message: string, known: ItemQuestion, options: Options) {
    return Object.assign(new ConflictError(message), {
      current: await this.get(known, options),
    });
  }

  #context(entityRef: string) {
    return {
      categories: this.#options.categories,
      namespace: parseEntityRef(entityRef).namespace,
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
