import type { Knex } from 'knex';
import { chunksOf, inList } from '../database/sql';
import {
  readStandings,
  writeStandings,
  type Assessment,
  type Standings,
} from './assess';

const PROFILES = 'lifecycle_profiles';
const CHUNK = 100;
const MAX_REMEMBERED = 50_000;

/** The standings that entities share: there are many fewer of them than entities. */
export class StandingsStore {
  readonly #knex: Knex;
  // Rows never change, so that what was read once needs no reading again.
  readonly #standings = new Map<string, Standings>();

  static create(options: { knex: Knex }): StandingsStore {
    return new StandingsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The standings of profiles, by their key. */
  async of(
    profiles: Iterable<string>,
    trx: Knex = this.#knex,
  ): Promise<ReadonlyMap<string, Standings>> {
    const found = new Map<string, Standings>();
    const unknown: string[] = [];
    for (const profile of new Set(profiles)) {
      const standings = this.#standings.get(profile);
      if (standings) {
        found.set(profile, standings);
      } else {
        unknown.push(profile);
      }
    }
    if (unknown.length > 0) {
      // Bounded, however often the configuration changes while this instance lives.
      if (this.#standings.size > MAX_REMEMBERED) {
        this.#standings.clear();
      }
      for (const row of await trx(PROFILES).where(
        inList(trx, 'profile', unknown),
      )) {
        const standings = readStandings(row.standings);
        found.set(row.profile, standings);
        this.#standings.set(row.profile, standings);
      }
    }
    return found;
  }

  /** Keeps the standings of assessments that are not kept yet. */
  async save(trx: Knex, changed: readonly Assessment[]): Promise<void> {
    const profiles = new Map(
      changed.map(({ profile, standings }) => [profile, standings]),
    );
    const known = await this.of(profiles.keys(), trx);
    const added = [...profiles].filter(([profile]) => !known.has(profile));
    for (const chunk of chunksOf(added, CHUNK)) {
      await trx(PROFILES)
        .insert(
          chunk.map(([profile, standings]) => ({
            profile,
            standings: writeStandings(standings),
          })),
        )
        .onConflict('profile')
        .ignore();
    }
  }
}
