import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  roadmapFeedCreatePermission,
  roadmapShareManagePermission,
  type CreatedRoadmapFeed,
  type CreateRoadmapFeedBody,
  type ListRoadmapFeedsQuery,
  type RoadmapFeed,
  type RoadmapFeedPage,
} from '@productops/backstage-plugin-product-ops-common';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { DirectoryStore } from '../../directory/types';
import { TooManyRequestsError } from '../../http/TooManyRequestsError';
import type { CallerCredentials } from '../../http/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import { calendarOf, onlyInForce } from './calendar';
import type { FeedSettings } from './config';
import type { ExchangeStore } from './ExchangeStore';
import { lookUp, shownBy, stateOf, teamsOf } from './feedRights';
import { feedViews } from './feedView';
import type { FeedStore, StoredFeed } from './FeedStore';
import { AskedLately, MAX_EVENTS, MAX_FEEDS } from './limits';

const DAY_MS = 24 * 3600 * 1000;
const READ_AGAIN_MS = 3600 * 1000;
const WINDOW = { windowMs: 10 * 60 * 1000 };

export interface FeedServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  directory: DirectoryStore;
  feeds: FeedStore;
  store: ExchangeStore;
  visibility: Visibility;
  settings: FeedSettings;
  /** The address of the suite's API, as calendars reach it. */
  apiUrl(): Promise<string>;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Calendar feeds: made, listed and revoked by people, and read by calendars that cannot sign in. */
export class FeedService {
  readonly #options: FeedServiceOptions;
  readonly #reads = AskedLately.create({ ...WINDOW, most: 60 });
  readonly #misses = AskedLately.create({ ...WINDOW, most: 100 });
  readonly #present = AskedLately.create({ ...WINDOW, most: 1 });

  static create(options: FeedServiceOptions): FeedService {
    return new FeedService(options);
  }

  private constructor(options: FeedServiceOptions) {
    this.#options = options;
  }

  /** A page of feeds: those of the caller, or of everybody. */
  async list(
    { everybody, ...query }: ListRoadmapFeedsQuery,
    { credentials }: Options,
  ): Promise<RoadmapFeedPage> {
    const { actors, feeds, settings } = this.#options;
    const actor = actors.somebody(credentials);
    const mayManage = await actors.may(roadmapShareManagePermission, actor);
    if (everybody && !mayManage) {
      throw new NotAllowedError(
        `Feeds of others are listed with the permission ${roadmapShareManagePermission.name}`,
      );
    }
    await this.#refresh(actor.ref, credentials);
    const page = pageOf(query);
    const found = await feeds.list({
      page,
      ...(!everybody && { person: actor.ref }),
    });
    return {
      items: await feedViews(found.feeds, {
        ...this.#options,
        me: actor.ref,
        credentials,
        now: this.#now(),
      }),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
      mayManage,
      enabled: settings.enabled,
    };
  }

  /** Makes a feed; only this answer tells its address. */
  async create(
    body: CreateRoadmapFeedBody,
    { credentials }: Options,
  ): Promise<CreatedRoadmapFeed> {
    const { access, actors, directory, feeds, settings, apiUrl } =
      this.#options;
    const actor = actors.somebody(credentials);
    const entityRef = await access.entity(body.entityRef, credentials);
    if (!settings.enabled) {
      throw new NotAllowedError(
        'Calendar feeds are switched off (productOps.roadmap.feeds.enabled)',
      );
    }
    if (!(await actors.may(roadmapFeedCreatePermission, actor))) {
      throw new NotAllowedError(
        `A calendar feed needs the permission ${roadmapFeedCreatePermission.name}`,
      );
    }
    const now = this.#now();
    const links = await access.links([entityRef], credentials);
    const about = {
      entityRef,
      person: actor.ref,
      ...(body.goal && { goal: body.goal }),
    };
    const id = randomBytes(16).toString('hex');
    const secret = randomBytes(32).toString('hex');
    const feed: StoredFeed = {
      ...about,
      ...(await lookUp(about, {
        ...this.#options,
        teams: await teamsOf([actor.ref], directory),
        credentials,
        now,
      })),
      id,
      secretHash: hashOf(secret),
      name: body.name?.trim() || `Roadmap: ${links.link(entityRef).title}`,
      createdAt: now,
      ...(body.expiresInDays && {
        expiresAt: new Date(now.getTime() + body.expiresInDays * DAY_MS),
      }),
    };
    feed.name = feed.name.slice(0, 100);
    if (!(await feeds.add(feed, MAX_FEEDS))) {
      throw new ConflictError(
        `You have as many calendar feeds as one may have, ${MAX_FEEDS}: revoke one that is not read`,
      );
    }
    const view = await this.#view(feed, actor.ref, credentials);
    return { ...view, url: `${await apiUrl()}/feeds/${id}${secret}.ics` };
  }

  /** Revokes a feed of one's own, or as an administrator one of somebody else. */
  async revoke(id: string, { credentials }: Options): Promise<RoadmapFeed> {
    const { actors, feeds } = this.#options;
    const actor = actors.somebody(credentials);
    const feed = await feeds.find(id);
    if (
      !feed ||
      (feed.person !== actor.ref &&
        !(await actors.may(roadmapShareManagePermission, actor)))
    ) {
      throw new NotFoundError(`No calendar feed ${id} of yours`);
    }
    const view = await this.#view(feed, actor.ref, credentials);
    await feeds.remove(id);
    return view;
  }

  /** The calendar behind an address; whatever is wrong with the address, the answer is the same. */
  async read(file: string, from: string): Promise<string> {
    const { directory, feeds, settings, store } = this.#options;
    const now = this.#now();
    const feed = settings.enabled ? await this.#match(file) : undefined;
    const state =
      feed &&
      stateOf(feed, {
        teams: await teamsOf([feed.person], directory),
        now,
        waitAfterMs: settings.waitAfterMs,
      });
    if (!feed || state === 'expired') {
      if (!this.#misses.count(from, now.getTime())) {
        throw new TooManyRequestsError('Too many requests: wait ten minutes', {
          retryAfterSeconds: 600,
        });
      }
      throw new NotFoundError('No such calendar feed');
    }
    if (!this.#reads.count(feed.id, now.getTime())) {
      throw new TooManyRequestsError(
        'This calendar feed was read 60 times within ten minutes; expected at most that: wait a little',
      );
    }
    if (!feed.readAt || now.getTime() - feed.readAt.getTime() > READ_AGAIN_MS) {
      await feeds.markRead(feed.id, now);
    }
    const calendar = {
      name: feed.name,
      createdAt: feed.createdAt,
      portal: settings.portal,
    };
    const today = now.toISOString().slice(0, 10);
    if (state === 'waiting') {
      return calendarOf({
        ...calendar,
        items: [],
        titleOf: ref => ref,
        waiting: {
          text: 'This calendar waits: open the roadmaps in the portal, and it shows them again',
          today,
        },
      });
    }
    const shown = await shownBy(feed, this.#options);
    const items = await store.list({
      entityRefs: [...shown.keys()],
      limit: 5 * MAX_EVENTS,
      from: new Date(now.getTime() - 366 * DAY_MS).toISOString().slice(0, 10),
      ...(feed.goal && { goal: `${feed.goal}@${feed.entityRef}` }),
    });
    return calendarOf({
      ...calendar,
      items: onlyInForce(items),
      titleOf: ref => shown.get(ref)?.title ?? ref,
    });
  }

  /** Somebody uses the portal: what that person may read is looked up again for the feeds, at most every ten minutes. */
  async present(credentials: CallerCredentials): Promise<void> {
    const { principal } = credentials;
    if (principal.type !== 'user') {
      return;
    }
    const person = principal.userEntityRef.toLocaleLowerCase('en-US');
    if (this.#present.count(person, this.#now().getTime())) {
      await this.#refresh(person, credentials);
    }
  }

  async #refresh(person: string, credentials: CallerCredentials) {
    const { directory, feeds } = this.#options;
    const { feeds: own } = await feeds.list({
      person,
      page: { offset: 0, limit: MAX_FEEDS },
    });
    if (own.length === 0) {
      return;
    }
    const now = this.#now();
    const teams = await teamsOf([person], directory);
    for (const feed of own) {
      const looked = await lookUp(feed, {
        ...this.#options,
        teams,
        credentials,
        now,
      });
      await feeds.check(feed.id, looked);
    }
  }

  async #view(
    feed: StoredFeed,
    me: string,
    credentials: CallerCredentials,
  ): Promise<RoadmapFeed> {
    const now = this.#now();
    const [view] = await feedViews([feed], {
      ...this.#options,
      me,
      credentials,
      now,
    });
    return view;
  }

  async #match(file: string): Promise<StoredFeed | undefined> {
    const [, id, secret] =
      /^([0-9a-f]{32})([0-9a-f]{64})\.ics$/.exec(file) ?? [];
    const feed = id ? await this.#options.feeds.find(id) : undefined;
    // Compared also where there is none, so that the time does not tell.
    const expected = Buffer.from(feed?.secretHash ?? hashOf(''), 'hex');
    const same = timingSafeEqual(
      Buffer.from(hashOf(secret ?? file), 'hex'),
      expected,
    );
    return same ? feed : undefined;
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
