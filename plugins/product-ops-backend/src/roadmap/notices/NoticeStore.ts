import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf } from '../../database/sql';
import type { Message } from '../../messages/types';
import { EVENTS, type NoticeEvent } from './queue';

const MESSAGES = 'roadmap_notice_messages';
const BATCH = 100;
/** For how long who delivers a message has it for itself. */
const LEASE_MS = 5 * 60 * 1000;
const MAX_ATTEMPTS = 12;
const MAX_PAUSE_MS = 60 * 60 * 1000;

/** A message to be delivered. */
export interface DueMessage {
  id: string;
  message: Message;
  attempts: number;
}

/** Keeps what happened until it is known who is to be told, and what they are told until it was delivered. */
export class NoticeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): NoticeStore {
    return new NoticeStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Turns the oldest events into messages; gives how many events that were. Whoever else does it at the same moment gets
   * others, or none.
   */
  async compose(
    compose: (
      events: readonly NoticeEvent[],
      trx: Knex,
    ) => Promise<readonly Message[]>,
    now: Date,
  ): Promise<number> {
    return this.#knex.transaction(async trx => {
      const taken: Array<{ id: string; body: string }> = await trx(EVENTS)
        .orderBy(['at', 'id'])
        .limit(BATCH)
        .forUpdate();
      if (taken.length > 0) {
        await trx(EVENTS)
          .whereIn(
            'id',
            taken.map(({ id }) => id),
          )
          .delete();
        const messages = await compose(
          taken.map(({ body }) => JSON.parse(body)),
          trx,
        );
        const rows = messages.map((message, index) => ({
          id: inOrder(index),
          body: JSON.stringify(message),
          due_at: now,
          attempts: 0,
        }));
        for (const chunk of chunksOf(rows, BATCH)) {
          await trx(MESSAGES).insert(chunk);
        }
      }
      return taken.length;
    });
  }

  /** Takes a message to deliver, which nobody else delivers meanwhile. */
  async take(now: Date): Promise<DueMessage | undefined> {
    for (;;) {
      const row = await this.#knex(MESSAGES)
        .where('due_at', '<=', now)
        .orderBy(['due_at', 'id'])
        .first();
      if (!row) {
        return undefined;
      }
      const taken = await this.#knex(MESSAGES)
        .where({ id: row.id, attempts: row.attempts })
        .update({
          due_at: new Date(now.getTime() + LEASE_MS),
          attempts: row.attempts + 1,
        });
      if (taken > 0) {
        return {
          id: row.id,
          message: JSON.parse(row.body),
          attempts: row.attempts + 1,
        };
      }
    }
  }

  async delivered({ id }: DueMessage): Promise<void> {
    await this.#knex(MESSAGES).where({ id }).delete();
  }

  /** Tries it again later, longer each time; gives false when it was tried often enough and is given up. */
  async failed({ id, attempts }: DueMessage, now: Date): Promise<boolean> {
    if (attempts >= MAX_ATTEMPTS) {
      await this.#knex(MESSAGES).where({ id }).delete();
      return false;
    }
    const pause = Math.min(MAX_PAUSE_MS, 10_000 * 2 ** attempts);
    await this.#knex(MESSAGES)
      .where({ id, attempts })
      .update({ due_at: new Date(now.getTime() + pause) });
    return true;
  }
}

/**
 * An id by which messages are delivered in the order in which they were made: a later one of the same scope takes the
 * place of the one before.
 */
function inOrder(index: number): string {
  const time = Date.now().toString(36).padStart(9, '0');
  return `${time}-${String(index).padStart(6, '0')}-${randomUUID().slice(
    0,
    18,
  )}`;
}
