import {
  excerptOf,
  readableDay,
  type FeedbackStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf } from '../../database/sql';
import { tabPath } from '../../messages/tabPath';
import type { Message } from '../../messages/types';
import type { Dependent, NoticePeople } from './NoticePeople';
import type { NoticeEvent } from './queue';

const TOPIC = 'roadmap';
/** As many as one notification has. */
const MAX_RECIPIENTS = 100;

type EventOf<Type extends NoticeEvent['type']> = Extract<
  NoticeEvent,
  { type: Type }
>;
type Names = ReadonlyMap<string, string>;

const DECIDED: Record<FeedbackStatus, string> = {
  open: 'is open again',
  'under-review': 'is under review',
  planned: 'is planned',
  shipped: 'is there',
  declined: 'was declined',
};

/** Says who is told what of what happened on roadmaps. */
export class NoticeComposer {
  readonly #people: NoticePeople;

  static create(options: { people: NoticePeople }): NoticeComposer {
    return new NoticeComposer(options.people);
  }

  private constructor(people: NoticePeople) {
    this.#people = people;
  }

  async messagesOf(
    events: readonly NoticeEvent[],
    trx: Knex,
  ): Promise<Message[]> {
    const messages: Message[] = [];
    messages.push(
      ...(await this.#assigned(ofType(events, 'item-assigned'), trx)),
      ...(await this.#moved(ofType(events, 'item-moved'), trx)),
    );
    for (const event of ofType(events, 'feedback-answered')) {
      messages.push(...(await this.#answered(event, trx)));
    }
    for (const event of ofType(events, 'feedback-shipped')) {
      messages.push(...(await this.#shipped(event, trx)));
    }
    return messages;
  }

  async #assigned(
    events: ReadonlyArray<EventOf<'item-assigned'>>,
    trx: Knex,
  ): Promise<Message[]> {
    if (events.length === 0) {
      return [];
    }
    const [titles, names] = [
      await this.#people.titlesOf(
        events.map(({ item }) => item),
        trx,
      ),
      await this.#people.namesOf(
        events.flatMap(({ item, by }) => [item.entityRef, ...(by ? [by] : [])]),
        trx,
      ),
    ];
    return events.map(({ item, owner, by }) => {
      const title =
        titles.get(`${item.itemId}@${item.entityRef}`) ?? item.itemId;
      return {
        recipients: [owner],
        ...(by && { except: by }),
        title: by
          ? `${nameIn(names, by)} assigned “${title}” to you`
          : `“${title}” is yours`,
        description: `On the roadmap of ${nameIn(names, item.entityRef)}`,
        link: itemLink(item),
        topic: TOPIC,
        scope: `roadmap-assigned-${item.entityRef}-${item.itemId}`,
      };
    });
  }

  async #moved(
    events: ReadonlyArray<EventOf<'item-moved'>>,
    trx: Knex,
  ): Promise<Message[]> {
    if (events.length === 0) {
      return [];
    }
    const dependents = await this.#people.dependentsOf(
      events.map(({ item }) => item),
      trx,
    );
    const byTarget = new Map<string, Dependent[]>();
    for (const dependent of dependents) {
      const { itemId, entityRef } = dependent.target;
      const key = `${itemId}@${entityRef}`;
      byTarget.set(key, [...(byTarget.get(key) ?? []), dependent]);
    }
    return events.flatMap(event => {
      const { itemId, entityRef } = event.item;
      return (byTarget.get(`${itemId}@${entityRef}`) ?? []).map(
        ({ item, title, owner }) => ({
          recipients: [owner],
          ...(event.by && { except: event.by }),
          // They may not be allowed to read the other roadmap: its id is what their own item says.
          title: `${itemId}, for which “${title}” waits, ${movedWords(event)}`,
          link: itemLink(item),
          topic: TOPIC,
          scope: `roadmap-moved-${entityRef}-${itemId}-${item.entityRef}-${item.itemId}`,
        }),
      );
    });
  }

  async #answered(
    { feedbackId, by, status, reason, answer }: EventOf<'feedback-answered'>,
    trx: Knex,
  ): Promise<Message[]> {
    const feedback = await this.#people.feedback(feedbackId, trx);
    if (!feedback || feedback.withdrawn) {
      return [];
    }
    const told = answer ?? reason;
    return [
      {
        recipients: [feedback.author],
        ...(by && { except: by }),
        title: `What you asked for ${
          status ? DECIDED[status] : 'has an answer'
        }: ${feedback.title}`,
        ...(told && { description: excerptOf(told) }),
        link: feedbackLink(feedbackId),
        topic: TOPIC,
        scope: `feedback-${feedbackId}`,
      },
    ];
  }

  async #shipped(
    { feedbackId, by }: EventOf<'feedback-shipped'>,
    trx: Knex,
  ): Promise<Message[]> {
    const found = await this.#people.ofFeedback(feedbackId, trx);
    const names = await this.#people.namesOf(
      found.map(({ feedback }) => feedback.entityRef),
      trx,
    );
    return found
      .filter(({ feedback }) => !feedback.withdrawn)
      .flatMap(({ feedback, people }) =>
        chunksOf(people, MAX_RECIPIENTS).map(recipients => ({
          recipients,
          ...(by && { except: by }),
          title: `It is there: ${feedback.title}`,
          description: `You asked for it, voted or commented on ${nameIn(
            names,
            feedback.entityRef,
          )}`,
          link: feedbackLink(feedback.id),
          topic: TOPIC,
          scope: `feedback-${feedback.id}`,
        })),
      );
  }
}

function ofType<Type extends NoticeEvent['type']>(
  events: readonly NoticeEvent[],
  type: Type,
): Array<EventOf<Type>> {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

function movedWords({ end, status }: EventOf<'item-moved'>): string {
  const ended =
    end === undefined || status === 'done' || status === 'dropped'
      ? undefined
      : (end && `now ends on ${readableDay(end)}`) ?? 'has no end any more';
  const words = [status && `is ${status.replace('-', ' ')}`, ended];
  return words.filter(Boolean).join(' and ');
}

function nameIn(names: Names, ref: string): string {
  return names.get(ref) ?? ref.slice(ref.lastIndexOf('/') + 1);
}

function itemLink({
  entityRef,
  itemId,
}: {
  entityRef: string;
  itemId: string;
}): string {
  return `${tabPath(entityRef, 'roadmap')}?item=${encodeURIComponent(itemId)}`;
}

function feedbackLink(id: string): string {
  return `/roadmap?view=feedback&feedback=${encodeURIComponent(id)}`;
}
