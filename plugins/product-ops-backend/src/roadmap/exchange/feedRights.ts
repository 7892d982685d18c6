import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DirectoryEntity, DirectoryStore } from '../../directory/types';
import type { Visibility } from '../../permissions/types';
import type { ExchangeStore } from './ExchangeStore';
import type { StoredFeed } from './FeedStore';
import { scopeOf } from './scope';

type Looked = Pick<StoredFeed, 'checkedAt' | 'visible' | 'teams'>;

/** The groups of each person in the catalog, in order; those are absent whom the catalog does not know. */
export type Teams = ReadonlyMap<string, readonly string[]>;

/** The groups of people, however many, in two queries. */
export async function teamsOf(
  people: readonly string[],
  directory: DirectoryStore,
): Promise<Teams> {
  const asked = [...new Set(people)];
  const [known, relations] = await Promise.all([
    directory.getEntities(asked),
    directory.getRelationsOfMany(asked, { types: ['memberOf'] }),
  ]);
  return new Map(
    asked
      .filter(person => known.has(person))
      .map(person => [
        person,
        [...(relations.get(person)?.get('memberOf')?.targets ?? [])].sort(),
      ]),
  );
}

/** What a person may read of what a feed is about, looked up while that person is here. */
export async function lookUp(
  feed: Pick<StoredFeed, 'entityRef' | 'goal' | 'person'>,
  options: {
    directory: DirectoryStore;
    store: ExchangeStore;
    visibility: Visibility;
    teams: Teams;
    credentials: BackstageCredentials;
    now: Date;
  },
): Promise<Looked> {
  const { visibility, credentials, now } = options;
  const visible = await visibility.filterReadable(
    scopeOf(feed, options),
    credentials,
  );
  const teams = options.teams.get(feed.person);
  return {
    checkedAt: now,
    visible: [...visible].sort(),
    ...(teams && { teams: [...teams] }),
  };
}

/** How a feed stands: whether what was looked up of its owner can still be relied on. */
export function stateOf(
  feed: StoredFeed,
  options: { teams: Teams; now: Date; waitAfterMs: number },
): 'active' | 'waiting' | 'expired' {
  const { now, waitAfterMs } = options;
  if (feed.expiresAt && feed.expiresAt <= now) {
    return 'expired';
  }
  if (now.getTime() - feed.checkedAt.getTime() > waitAfterMs) {
    return 'waiting';
  }
  if (!feed.teams) {
    return 'active';
  }
  const teams = options.teams.get(feed.person);
  return teams && teams.join() === feed.teams.join() ? 'active' : 'waiting';
}

/** The entities that a feed may show now, by ref: what belongs to it now, and was readable when its owner was here last. */
export async function shownBy(
  feed: StoredFeed,
  options: { directory: DirectoryStore; store: ExchangeStore },
): Promise<ReadonlyMap<string, DirectoryEntity>> {
  const visible = new Set(feed.visible);
  // What it is about must be readable itself, or a goal would lead around it.
  if (!visible.has(feed.entityRef)) {
    return new Map();
  }
  const scope = await scopeOf(feed, options);
  return options.directory.getEntities(scope.filter(ref => visible.has(ref)));
}
