import type { RoadmapFeed } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { FeedSettings } from './config';
import { stateOf, teamsOf } from './feedRights';
import type { StoredFeed } from './FeedStore';

/** Feeds as the API shows them: never with what would let one read them. */
export async function feedViews(
  feeds: readonly StoredFeed[],
  options: {
    access: RoadmapAccess;
    directory: DirectoryStore;
    settings: FeedSettings;
    /** The ref of the caller. */
    me: string;
    credentials: CallerCredentials;
    now: Date;
  },
): Promise<RoadmapFeed[]> {
  const { access, directory, settings, me, credentials, now } = options;
  const [links, teams] = await Promise.all([
    access.links(
      feeds.flatMap(({ entityRef, person }) => [entityRef, person]),
      credentials,
    ),
    teamsOf(
      feeds.map(({ person }) => person),
      directory,
    ),
  ]);
  return feeds.map(feed => ({
    id: feed.id,
    name: feed.name,
    entity: links.link(feed.entityRef),
    ...(feed.goal && { goal: feed.goal }),
    createdBy: links.link(feed.person),
    createdAt: feed.createdAt.toISOString(),
    mine: feed.person === me,
    ...(feed.expiresAt && { expiresAt: feed.expiresAt.toISOString() }),
    ...(feed.readAt && { readAt: feed.readAt.toISOString() }),
    checkedAt: feed.checkedAt.toISOString(),
    state: stateOf(feed, { teams, now, waitAfterMs: settings.waitAfterMs }),
  }));
}
