import type { FeedbackStatus } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf } from '../../database/sql';
import type { ItemAddress } from '../itemAddress';

export const EVENTS = 'roadmap_notice_events';

/** What happened on a roadmap that somebody is to be told. */
export type NoticeEvent =
  | {
      /** An item has another owner. */
      type: 'item-assigned';
      item: ItemAddress;
      owner: string;
      /** Who did it; nobody where the file changed. */
      by?: string;
    }
  | {
      /** An item has another end or status, for which others may wait. */
      type: 'item-moved';
      item: ItemAddress;
      by?: string;
      /** What it is now; absent where it did not change, `null` where it is gone. */
      end?: string | null;
      status?: string;
    }
  | {
      /** Feedback has an answer, or another status. */
      type: 'feedback-answered';
      feedbackId: string;
      by?: string;
      status?: FeedbackStatus;
      reason?: string;
      answer?: string;
    }
  | {
      /** What feedback asks for is there. */
      type: 'feedback-shipped';
      feedbackId: string;
      by?: string;
    };

/** Keeps what happened until somebody was told. Call it in the transaction in which it happens. */
export async function queueNotice(
  trx: Knex,
  at: Date,
  ...events: readonly NoticeEvent[]
): Promise<void> {
  for (const chunk of chunksOf(events, 100)) {
    await trx(EVENTS).insert(
      chunk.map(event => ({
        id: randomUUID(),
        type: event.type,
        body: JSON.stringify(event).replaceAll('\\u0000', ''),
        at,
      })),
    );
  }
}
