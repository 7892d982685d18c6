import type { Knex } from 'knex';
import { chunksOf, inList, toDate } from '../../database/sql';
import type { LinkOutcome } from './LinkChecker';
import type { LinkHosts } from './linkChecksConfig';
import { refreshStandings } from './standings';
import { CHECKS, LINKS } from './tables';

const AGAIN_MS = 24 * 3600 * 1000;
/** A page that did not answer is asked again before it is called dead. */
const DOUBT_MS = 3600 * 1000;
const FAILURES_UNTIL_DEAD = 2;

/** A page that is to be looked at. */
export interface LinkToCheck {
  link: string;
  url: string;
  host: string;
}

interface CheckRow {
  link: string;
  host: string;
  checked_at: Date | string | number;
  failures: number;
  outcome: string;
  dead_since: Date | string | number | null;
}

/** What is known of the pages that runbooks link to. */
export class LinkCheckStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): LinkCheckStore {
    return new LinkCheckStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The hosts that runbooks link to and that may be asked; what is known of others is forgotten, and what runbooks linked to
   * that are gone.
   */
  async hosts(allowed: LinkHosts): Promise<string[]> {
    const knex = this.#knex;
    await knex(LINKS)
      .whereNotExists(
        knex('runbooks as r')
          .select(knex.raw('1'))
          .whereRaw(
            `r.entity_ref = ${LINKS}.entity_ref and r.runbook_id = ${LINKS}.runbook_id`,
          ),
      )
      .delete();
    const linked: string[] = await knex(LINKS).distinct('host').pluck('host');
    const known: string[] = await knex(CHECKS).distinct('host').pluck('host');
    const refused = known.filter(host => !allowed.allows(host));
    for (const chunk of chunksOf(refused, 500)) {
      await knex(CHECKS).whereIn('host', chunk).delete();
    }
    await knex(CHECKS)
      .whereNotExists(
        knex(LINKS)
          .select(knex.raw('1'))
          .whereRaw(`${LINKS}.link = ${CHECKS}.link`),
      )
      .delete();
    return linked.filter(host => allowed.allows(host)).sort();
  }

  /** The pages of some hosts that are due, those that were not looked at for longest first. */
  async due(
    hosts: readonly string[],
    options: { now: Date; limit: number },
  ): Promise<LinkToCheck[]> {
    const at = options.now.getTime();
    return this.#knex(`${LINKS} as l`)
      .leftJoin(`${CHECKS} as c`, 'c.link', 'l.link')
      .where(inList(this.#knex, 'l.host', hosts))
      .where(due =>
        due
          .whereNull('c.link')
          .orWhere('c.checked_at', '<', new Date(at - AGAIN_MS))
          .orWhere(doubtful =>
            doubtful
              .where('c.failures', '>', 0)
              .whereNull('c.dead_since')
              .where('c.checked_at', '<', new Date(at - DOUBT_MS)),
          ),
      )
      .groupBy('l.link', 'l.url', 'l.host', 'c.checked_at')
      .orderByRaw('case when c.checked_at is null then 0 else 1 end')
      .orderBy(['c.checked_at', 'l.link'])
      .limit(options.limit)
      .select('l.link', 'l.url', 'l.host');
  }

  /**
   * Keeps what a look at a page gave, and brings up to date which runbooks are stale by it.
   *
   * @returns whether the page died or came back
   */
  async record(
    { link, host }: LinkToCheck,
    { state, why }: LinkOutcome,
    options: { now: Date },
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const before: CheckRow | undefined = await trx(CHECKS)
        .where({ link })
        .forUpdate()
        .first();
      const failures = failuresAfter(before?.failures ?? 0, state);
      const wasDead = toDate(before?.dead_since);
      const isDead =
        state === 'gone' ||
        (state !== 'there' &&
          (wasDead !== undefined || failures >= FAILURES_UNTIL_DEAD));
      await trx(CHECKS)
        .insert({
          link,
          host,
          checked_at: options.now,
          failures,
          outcome: why.slice(0, 100),
          dead_since: isDead ? wasDead ?? options.now : null,
        })
        .onConflict('link')
        .merge();
      if (isDead === (wasDead !== undefined)) {
        return false;
      }
      const refs: string[] = await trx(LINKS)
        .where({ link })
        .distinct('entity_ref')
        .orderBy('entity_ref')
        .pluck('entity_ref');
      for (const chunk of chunksOf(refs, 50)) {
        await refreshStandings(trx, chunk, options);
      }
      return true;
    });
  }
}

function failuresAfter(before: number, state: LinkOutcome['state']): number {
  if (state === 'unknown') {
    return before;
  }
  return state === 'there' ? 0 : Math.min(before + 1, 1000);
}
