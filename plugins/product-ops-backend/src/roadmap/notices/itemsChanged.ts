import type { Knex } from 'knex';
import { answeredBy, followItems } from '../feedback/shipping';
import type { ItemEvent } from '../rows';
import { queueNotice, type NoticeEvent } from './queue';

/**
 * What follows from changes of items, whether a person or a file made them: feedback that they answer is brought in line,
 * and whom they concern is told later. It belongs to the transaction of the change.
 */
export async function itemsChanged(
  trx: Knex,
  events: readonly ItemEvent[],
): Promise<void> {
  for (const event of events) {
    const notices = noticesOf(event);
    if (notices.length > 0) {
      await queueNotice(trx, event.at, ...notices);
    }
    if (event.after.status !== undefined && event.type !== 'created') {
      await followItems(trx, await answeredBy(trx, [addressOf(event)]), event);
    }
  }
}

function noticesOf(event: ItemEvent): NoticeEvent[] {
  const { type, before, after, by } = event;
  const common = { item: addressOf(event), ...(by && { by }) };
  const notices: NoticeEvent[] = [];
  if (after.owner && after.owner !== before.owner && after.owner !== by) {
    notices.push({ ...common, type: 'item-assigned', owner: after.owner });
  }
  if (
    type !== 'created' &&
    (after.end !== undefined || after.status !== undefined)
  ) {
    notices.push({
      ...common,
      type: 'item-moved',
      ...(after.end !== undefined && { end: after.end }),
      ...(after.status && { status: after.status }),
    });
  }
  return notices;
}

function addressOf({ entityRef, source, itemId }: ItemEvent) {
  return { entityRef, source, itemId };
}
