import type { Knex } from 'knex';

const PRESENCE = 'runbook_run_presence';
const GONE_AFTER_MS = 60_000;
const MOST = 100;

/** Who has which page of a run open. It lives in the database, since people are on different instances. */
export class PresenceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): PresenceStore {
    return new PresenceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Says that somebody is there.
   *
   * @returns whether they were not, a moment ago
   */
  async join(
    runId: string,
    { person, at }: { person: string; at: Date },
  ): Promise<boolean> {
    const gone = new Date(at.getTime() - GONE_AFTER_MS);
    await this.#knex(PRESENCE).where('seen_at', '<', gone).delete();
    const seen = await this.#knex(PRESENCE)
      .where({ run_id: runId, person })
      .update({ seen_at: at });
    if (seen > 0) {
      return false;
    }
    await this.#knex(PRESENCE)
      .insert({ run_id: runId, person, seen_at: at })
      .onConflict(['run_id', 'person'])
      .merge(['seen_at']);
    return true;
  }

  /** Who is there, by ref. */
  async here(runId: string, { at }: { at: Date }): Promise<string[]> {
    return this.#knex(PRESENCE)
      .where({ run_id: runId })
      .where('seen_at', '>=', new Date(at.getTime() - GONE_AFTER_MS))
      .orderBy('person')
      .limit(MOST)
      .pluck('person');
  }
}
