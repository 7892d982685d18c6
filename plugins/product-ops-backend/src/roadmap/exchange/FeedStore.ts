import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { toDate } from '../../database/sql';

const FEEDS = 'roadmap_feeds';

/** A calendar feed as it is kept: without its secret. */
export interface StoredFeed {
  id: string;
  secretHash: string;
  person: string;
  name: string;
  entityRef: string;
  goal?: string;
  createdAt: Date;
  expiresAt?: Date;
  readAt?: Date;
  /** When it was looked up what the person may read, and what that was. */
  checkedAt: Date;
  visible: string[];
  /** The groups of the person in the catalog then; nothing where the catalog does not know the person. */
  teams?: string[];
}

type Row = Record<string, string | number | Date | null>;

function toFeed(row: Row): StoredFeed {
  const expiresAt = toDate(row.expires_at);
  const readAt = toDate(row.read_at);
  return {
    id: String(row.id),
    secretHash: String(row.secret_hash),
    person: String(row.person),
    name: String(row.name),
    entityRef: String(row.entity_ref),
    ...(row.goal !== null && { goal: String(row.goal) }),
    createdAt: toDate(row.created_at)!,
    ...(expiresAt && { expiresAt }),
    ...(readAt && { readAt }),
    checkedAt: toDate(row.checked_at)!,
    visible: JSON.parse(String(row.visible)),
    ...(row.teams !== null && { teams: JSON.parse(String(row.teams)) }),
  };
}

/** Keeps calendar feeds. */
export class FeedStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FeedStore {
    return new FeedStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Keeps a feed.
   *
   * @returns false when the person has as many as one may have
   */
  async add(feed: StoredFeed, most: number): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const count = await trx(FEEDS)
        .where({ person: feed.person })
        .count({ number: '*' })
        .first();
      if (Number(count?.number ?? 0) >= most) {
        return false;
      }
      await trx(FEEDS).insert({
        id: feed.id,
        secret_hash: feed.secretHash,
        person: feed.person,
        name: feed.name.replaceAll('\0', ''),
        entity_ref: feed.entityRef,
        goal: feed.goal ?? null,
        created_at: feed.createdAt,
        expires_at: feed.expiresAt ?? null,
        read_at: null,
        checked_at: feed.checkedAt,
        visible: JSON.stringify(feed.visible),
        teams: feed.teams ? JSON.stringify(feed.teams) : null,
      });
      return true;
    });
  }

  async find(id: string): Promise<StoredFeed | undefined> {
    const row = await this.#knex<Row>(FEEDS).where({ id }).first();
    return row && toFeed(row as Row);
  }

  /** A page of the feeds of a person, or of everybody, the latest first. */
  async list(options: {
    person?: string;
    page: Page;
  }): Promise<{ feeds: StoredFeed[]; total: number }> {
    const { person, page } = options;
    const matching = this.#knex(FEEDS).where(person ? { person } : {});
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return { feeds: rows.map(toFeed), total: Number(count?.number ?? 0) };
  }

  async remove(id: string): Promise<void> {
    await this.#knex(FEEDS).where({ id }).delete();
  }

  /** Keeps what the person may read now. */
  async check(
    id: string,
    {
      checkedAt,
      visible,
      teams,
    }: Pick<StoredFeed, 'checkedAt' | 'visible' | 'teams'>,
  ): Promise<void> {
    await this.#knex(FEEDS)
      .where({ id })
      .update({
        checked_at: checkedAt,
        visible: JSON.stringify(visible),
        teams: teams ? JSON.stringify(teams) : null,
      });
  }

  async markRead(id: string, at: Date): Promise<void> {
    await this.#knex(FEEDS).where({ id }).update({ read_at: at });
  }
}
