import {
  stageOf,
  type LifecycleEvent,
  type LifecycleHistoryExport,
  type LifecycleHistoryPage,
  type ListLifecycleHistoryQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import { linkIn } from '../../ownership/links';
import type { LifecycleRules } from '../config';
import {
  entityIn,
  titleOfApprover,
  type LifecyclePeople,
  type View,
} from '../people';
import { maySeeDependant } from '../sunset/SunsetViews';
import { toCsv } from './csv';
import type { HistoryStore, StoredEvent, StoredEvents } from './HistoryStore';

const MAX_EXPORTED = 20_000;
const COLUMNS = [
  'at',
  'event',
  'origin',
  'from',
  'to',
  'check',
  'answer',
  'by',
  'as',
  'text',
  'until',
  'transition',
];

export interface HistoryServiceOptions {
  people: LifecyclePeople;
  store: HistoryStore;
  rules: LifecycleRules;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Tells all that became of the stages of entities. */
export class HistoryService {
  readonly #options: HistoryServiceOptions;

  static create(options: HistoryServiceOptions): HistoryService {
    return new HistoryService(options);
  }

  private constructor(options: HistoryServiceOptions) {
    this.#options = options;
  }

  /** A page, the latest first. */
  async list(
    entityRef: string,
    query: ListLifecycleHistoryQuery,
    { credentials }: Options,
  ): Promise<LifecycleHistoryPage> {
    const page = pageOf(query);
    const view = await this.#options.people.view(credentials);
    const { events, truncated } = await this.#events(
      entityIn(view, entityRef).ref,
      view,
    );
    return {
      items: events
        .reverse()
        .slice(page.offset, page.offset + page.limit)
        .map(event => this.#view(event, view)),
      totalItems: events.length,
      ...(truncated && { truncated }),
      pageInfo: pageInfoOf(page, events.length),
    };
  }

  /** All in one piece, the first one first. */
  async export(
    entityRef: string,
    { credentials }: Options,
  ): Promise<LifecycleHistoryExport> {
    const view = await this.#options.people.view(credentials);
    const { ref } = entityIn(view, entityRef);
    const { events, truncated } = await this.#events(ref, view);
    return {
      entity: linkIn(view.mine, ref),
      exportedAt: this.#now().toISOString(),
      ...((truncated || events.length > MAX_EXPORTED) && { truncated: true }),
      items: events.slice(-MAX_EXPORTED).map(event => this.#view(event, view)),
    };
  }

  /** The same as the text of a CSV file; where something is left out, its first line after the names says so. */
  async exportCsv(entityRef: string, options: Options): Promise<string> {
    const { items, truncated } = await this.export(entityRef, options);
    return toCsv([
      COLUMNS,
      ...(truncated
        ? [
            COLUMNS.map(name =>
              name === 'event' ? 'what was earlier is left out' : '',
            ),
          ]
        : []),
      ...items.map(event => [
        event.at,
        event.event,
        event.origin ?? '',
        event.from?.stage ?? '',
        event.to?.stage ?? '',
        event.check?.id ?? '',
        event.answer ?? '',
        event.by?.ref ?? '',
        (event.as ?? []).join('; '),
        event.text ?? '',
        event.until ?? '',
        event.transition ?? '',
      ]),
    ]);
  }

  async #events(entityRef: string, view: View): Promise<StoredEvents> {
    const found = await this.#options.store.list(entityRef, this.#now());
    return {
      ...found,
      events: found.events.filter(
        ({ dependantRef }) =>
          dependantRef === undefined || maySeeDependant(dependantRef, view),
      ),
    };
  }

  #view(event: StoredEvent, view: View): LifecycleEvent {
    const { rules } = this.#options;
    const {
      from,
      to,
      checkId,
      by,
      as,
      aboutRef,
      dependantRef: _,
      ...same
    } = event;
    const left = from ? stageOf(from, rules.stages) : undefined;
    const entered = to ? stageOf(to, rules.stages) : undefined;
    // Two names may stand for one stage by now: then there is nothing that it came from.
    const isOther =
      event.origin !== 'configuration' || left?.stage !== entered?.stage;
    return {
      ...same,
      ...(left && isOther && { from: left }),
      ...(entered && { to: entered }),
      ...(checkId && {
        check: {
          id: checkId,
          title:
            rules.checks.find(({ id }) => id === checkId)?.title ?? checkId,
        },
      }),
      ...(aboutRef && { about: linkIn(view.mine, aboutRef) }),
      ...(by && { by: linkIn(view.mine, by) }),
      ...(as?.length && {
        as: as.map(approver => titleOfApprover(view, approver)),
      }),
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
