import {
  createItem,
  decideItem,
  type ItemChange,
  type ItemCommand,
  type ItemFields,
  type ItemPatch,
  type ListRoadmapItemsQuery,
  type RoadmapApi,
  type RoadmapComment,
  type RoadmapEntry,
  type RoadmapEvent,
  type RoadmapItem,
  type RoadmapItemDetails,
  type RoadmapItemQuestion,
  type RoadmapMay,
  type RoadmapPage,
  scoreOf,
} from '@productops/backstage-plugin-product-ops-common';
import { link } from '../../dev/fixtures/links';
import { roadmapSource } from '../../dev/fixtures/roadmap';
import { refusal } from './refusal';

const ENTITY = 'product:default/checkout';
const ALL: RoadmapMay = {
  create: true,
  update: true,
  prioritise: true,
  comment: true,
};

/** A roadmap that behaves as the backend does, by the same rules, for one who may do what `may` says. */
export class RoadmapBook {
  readonly #entries = new Map<string, RoadmapEntry>();
  readonly #events = new Map<string, RoadmapEvent[]>();
  readonly #comments: RoadmapComment[] = [];
  readonly #keys = new Map<string, string>();
  readonly #may: RoadmapMay;

  static create(
    items: Array<
      Partial<ItemFields> & { id: string; title: string; declared?: boolean }
    >,
    may: Partial<RoadmapMay> = {},
  ): RoadmapBook {
    const book = new RoadmapBook({ ...ALL, ...may });
    items.forEach(({ id, declared, ...fields }, index) => {
      book.#add(id, fields, `n${index}`, declared ? 'declared' : 'recorded');
    });
    return book;
  }

  private constructor(may: RoadmapMay) {
    this.#may = may;
  }

  /** As somebody else does it at the same time. */
  change(id: string, patch: ItemPatch): void {
    this.#apply(
      id,
      decideItem(this.#entry(id), { type: 'edit', patch }),
      'kim',
    );
  }

  titles(): string[] {
    return this.#ordered().map(({ title }) => title);
  }

  item(id: string): RoadmapItemDetails {
    const entry = this.#entry(id);
    const { entityRef: _, itemId, owner, dependsOn, score, ...fields } = entry;
    const [first] = (this.#events.get(id) ?? []).slice(-1);
    const [last] = this.#events.get(id) ?? [];
    return {
      ...fields,
      id: itemId,
      source: entry.source === 'declared' ? 'declared' : 'recorded',
      categoryKnown: true,
      ...(owner && { owner: link(owner.replace(':default/', ':'), owner) }),
      ...(score && { score: scoreOf(score) }),
      dependsOn: dependsOn.map(ref => ({ ref, id: ref, known: true })),
      attention: [],
      ...(entry.source === 'declared'
        ? { line: 4, sourceUrl: `${roadmapSource.url}#L4` }
        : {
            createdBy: first?.by,
            createdAt: first?.at,
            changedBy: last?.by,
            changedAt: last?.at,
          }),
      may: this.#may,
    };
  }

  list(query: ListRoadmapItemsQuery = {}): RoadmapPage {
    const items: RoadmapItem[] = this.#ordered()
      .filter(({ status }) => query.status?.includes(status) ?? true)
      .map(({ itemId }) => this.item(itemId));
    return {
      may: this.#may,
      items,
      totalItems: items.length,
      pageInfo: {},
      sources: [roadmapSource],
    };
  }

  /** What `clientWith` takes. */
  answers() {
    return {
      listRoadmapItems: async (_: unknown, query?: ListRoadmapItemsQuery) =>
        this.list(query),
      roadmap: this.#api(),
    };
  }

  #api(): Partial<RoadmapApi> {
    return {
      createItem: async (_, { fields }, options) => {
        const made = this.#keys.get(options?.key ?? '');
        const title = String((fields as unknown as ItemFields).title);
        const id = made ?? title.toLocaleLowerCase().replace(/\W+/g, '-');
        if (!made) {
          this.#add(id, fields, `n${this.#entries.size}`, 'recorded');
          this.#keys.set(options?.key ?? '', id);
        }
        return this.item(id);
      },
      getItem: async ({ id }) => this.item(id),
      patchItem: async ({ id }, { version, fields }) =>
        this.#do(id, { type: 'edit', patch: fields }, version),
      actOnItem: async ({ id }, { version, type, fields, change, ...body }) => {
        if (type === 'undo') {
          const events = (this.#events.get(id) ?? []).filter(
            event => event.version >= (change ?? 0),
          );
          const [undone, ...later] = [
            ...events,
          ].reverse() as unknown[] as ItemChange[];
          return this.#do(id, { type, change: undone, later }, version);
        }
        const command = { ...body, type, ...(fields && { patch: fields }) };
        return this.#do(id, command as ItemCommand, version);
      },
      listHistory: async ({ id }) => {
        const items = this.#events.get(id) ?? [];
        return { items, totalItems: items.length, pageInfo: {} };
      },
      listComments: async () => ({
        items: [...this.#comments],
        totalItems: this.#comments.length,
        pageInfo: {},
      }),
      addComment: async (_, { text }) => {
        const comment = {
          id: String(this.#comments.length),
          text,
          by: link('user:jo', 'Jo'),
          at: '2026-11-21T08:00:00.000Z',
          removed: false,
          mine: true,
        };
        this.#comments.push(comment);
        return comment;
      },
      removeComment: async (_: RoadmapItemQuestion, id) => {
        const comment = this.#comments[Number(id)];
        this.#comments[Number(id)] = {
          ...comment,
          text: undefined,
          removed: true,
        };
        return this.#comments[Number(id)];
      },
    };
  }

  async #do(
    id: string,
    command: ItemCommand,
    version: number,
  ): Promise<RoadmapItemDetails> {
    const outcome = decideItem(this.#entry(id), command, { version });
    if (!outcome.ok) {
      const stale = ['stale', 'changed-since'].includes(outcome.problem);
      throw await refusal(
        stale ? 409 : 400,
        stale ? 'ConflictError' : 'InputError',
        outcome.message,
        stale ? { current: this.item(id) } : {},
      );
    }
    this.#apply(id, outcome, 'jo', command.type === 'undo');
    return this.item(id);
  }

  #apply(
    id: string,
    outcome: ReturnType<typeof decideItem>,
    by: string,
    undone = false,
  ): void {
    if (!outcome.ok || !outcome.change) {
      return;
    }
    const { version, before, after } = outcome.change;
    this.#entries.set(id, outcome.item);
    this.#events.set(id, [
      {
        version,
        type: undone ? 'undone' : 'changed',
        by: link(`user:${by}`, by === 'jo' ? 'Jo' : 'Kim'),
        at: '2026-11-21T08:00:00.000Z',
        before: { ...before },
        after: { ...after },
      },
      ...(this.#events.get(id) ?? []),
    ]);
  }

  #add(id: string, fields: unknown, rank: string, source: string): void {
    const made = createItem(fields, { entityRef: ENTITY, itemId: id, rank });
    if (!made.ok) {
      throw new Error(made.message);
    }
    this.#entries.set(id, { ...made.item, source });
    this.#events.set(id, [
      {
        version: 1,
        type: 'created',
        by: link('user:jo', 'Jo'),
        at: '2026-11-20T08:00:00.000Z',
        before: {},
        after: {},
      },
    ]);
  }

  #entry(id: string): RoadmapEntry {
    const entry = this.#entries.get(id);
    if (!entry) {
      throw new Error(`No item ${id}`);
    }
    return entry;
  }

  #ordered(): RoadmapEntry[] {
    return [...this.#entries.values()].sort((a, b) =>
      a.rank < b.rank ? -1 : 1,
    );
  }
}
