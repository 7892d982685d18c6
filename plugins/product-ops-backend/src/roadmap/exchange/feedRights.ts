import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DirectoryStore } from '../../directory/types';
import type { Visibility } from '../../permissions/types';
import type { ExchangeStore } from './ExchangeStore';
import type { StoredFeed } from './FeedStore';
import { scopeOf } from './scope';

type Looked = Pick<StoredFeed, 'checkedAt' | 'visible' | 'teams'>;

/** The groups of a person in the catalog, in order; nothing where the catalog does not know the person. */
async function teamsOf(
  person: string,
  directory: DirectoryStore,
): Promise<string[] | undefined> {
  const [known, relations] = await Promise.all([
    directory.getEntity(person),
    directory.getRelationsOfMany([person], { types: ['memberOf'] }),
  ]);
  return known
    ? [...(relations.get(person)?.get('memberOf')?.targets ?? [])].sort()
    : undefined;
}

/** What a person may read of what a feed is about, looked up while that person is here. */
export async function lookUp(
  feed: Pick<StoredFeed, 'entityRef' | 'goal' | 'person'>,
  options: {
    directory: DirectoryStore;
    store: ExchangeStore;
    visibility: Visibility;
    credentials: BackstageCredentials;
    now: Date;
  },
): Promise<Looked> {
  const { directory, visibility, credentials, now } = options;
  const [visible, teams] = await Promise.all([
    visibility.filterReadable(scopeOf(feed, options), credentials),
    teamsOf(feed.person, directory),
  ]);
  return {
    checkedAt: now,
    visible: [...visible].sort(),
    ...(teams && { teams }),
  };
}

/** How a feed stands: whether what was looked up of its owner can still be relied on. */
export async function stateOf(
  feed: StoredFeed,
  options: { directory: DirectoryStore; now: Date; waitAfterMs: number },
): Promise<'active' | 'waiting' | 'expired'> {
  const { directory, now, waitAfterMs } = options;
  if (feed.expiresAt && feed.expiresAt <= now) {
    return 'expired';
  }
  if (now.getTime() - feed.checkedAt.getTime() > waitAfterMs) {
    return 'waiting';
  }
  if (!feed.teams) {
    return 'active';
  }
  const teams = await teamsOf(feed.person, directory);
  return teams && teams.join() === feed.teams.join() ? 'active' : 'waiting';
}

/** What a feed may show now: what belongs to it now, and was readable when its owner was here last. */
export async function shownBy(
  feed: StoredFeed,
  options: { directory: DirectoryStore; store: ExchangeStore },
): Promise<string[]> {
  const visible = new Set(feed.visible);
  // What it is about must be readable itself, or a goal would lead around it.
  if (!visible.has(feed.entityRef)) {
    return [];
  }
  const scope = await scopeOf(feed, options);
  const shown = scope.filter(ref => visible.has(ref));
  const known = await options.directory.getEntities(shown);
  return shown.filter(ref => known.has(ref));
}
