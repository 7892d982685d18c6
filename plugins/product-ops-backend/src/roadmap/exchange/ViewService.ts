import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  roadmapShareManagePermission,
  type CreateRoadmapViewBody,
  type ListRoadmapViewsQuery,
  type PatchRoadmapViewBody,
  type SavedRoadmapView,
  type SavedRoadmapViewPage,
} from '@productops/backstage-plugin-product-ops-common';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import type { Actor, Actors } from '../../permissions/Actors';
import type { RoadmapAccess } from '../RoadmapAccess';
import { MAX_VIEWS } from './limits';
import type { StoredView, ViewStore } from './ViewStore';

/** What of an address is about a moment, not about a view. */
const OF_THE_MOMENT = ['cursor', 'item', 'print'];

export interface ViewServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  views: ViewStore;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Saved views of roadmaps, kept by person and shared with a team or everybody. */
export class ViewService {
  readonly #options: ViewServiceOptions;

  static create(options: ViewServiceOptions): ViewService {
    return new ViewService(options);
  }

  private constructor(options: ViewServiceOptions) {
    this.#options = options;
  }

  /** A page of views: one's own first, then those that others share. */
  async list(
    query: ListRoadmapViewsQuery,
    { credentials }: Options,
  ): Promise<SavedRoadmapViewPage> {
    const { access, actors, views } = this.#options;
    const actor = await actors.of(credentials);
    const page = pageOf(query);
    const teams = teamsOf(actor);
    const found = await views.list({
      person: actor.ref,
      audiences: ['everybody', ...teams],
      page,
    });
    const links = await access.links(teams, credentials);
    return {
      items: await this.#shown(found.views, actor),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
      teams: teams.slice(0, 100).map(ref => links.link(ref)),
    };
  }

  /** Saves a view; the same again gives the one that there is. */
  async create(
    body: CreateRoadmapViewBody,
    { credentials }: Options,
  ): Promise<SavedRoadmapView> {
    const { actors, views } = this.#options;
    const actor = await actors.of(credentials);
    const view: StoredView = {
      id: randomUUID(),
      person: actor.ref,
      name: nameOf(body.name),
      query: queryOf(body.query),
      sharedWith: audienceOf(body.sharedWith, actor),
      version: 1,
      changedAt: this.#now(),
    };
    const outcome = await views.add(view, MAX_VIEWS);
    if (outcome === 'full') {
      throw new ConflictError(
        `You have as many saved views as one may have, ${MAX_VIEWS}: delete one`,
      );
    }
    if (outcome === 'added') {
      return this.#one(view, actor);
    }
    const known = await views.named(actor.ref, view.name);
    if (known?.query === view.query && known.sharedWith === view.sharedWith) {
      return this.#one(known, actor);
    }
    throw Object.assign(
      new ConflictError(
        `name: got "${view.name}", which another view of yours has; expected another name, or a change of that one`,
      ),
      known && { current: await this.#one(known, actor) },
    );
  }

  /** Changes a view of one's own. */
  async patch(
    id: string,
    body: PatchRoadmapViewBody,
    { credentials }: Options,
  ): Promise<SavedRoadmapView> {
    const { actors, views } = this.#options;
    const actor = await actors.of(credentials);
    const known = await views.find(id);
    if (known?.person !== actor.ref) {
      throw notFound(id);
    }
    await this.#sameVersion(known, body.version, actor);
    const view: StoredView = {
      ...known,
      ...(body.name !== undefined && { name: nameOf(body.name) }),
      ...(body.query !== undefined && { query: queryOf(body.query) }),
      ...(body.sharedWith !== undefined && {
        sharedWith: audienceOf(body.sharedWith, actor),
      }),
      version: known.version + 1,
      changedAt: this.#now(),
    };
    const other = await views.named(actor.ref, view.name);
    if (other && other.id !== id) {
      throw Object.assign(
        new ConflictError(
          `name: got "${view.name}", which another view of yours has; expected another name`,
        ),
        { current: await this.#one(known, actor) },
      );
    }
    if (!(await views.save(view))) {
      await this.#sameVersion(await views.find(id), body.version, actor);
    }
    return this.#one(view, actor);
  }

  /** Deletes a view of one's own, or as an administrator one that somebody shares. */
  async remove(
    id: string,
    version: number,
    { credentials }: Options,
  ): Promise<SavedRoadmapView> {
    const { actors, views } = this.#options;
    const actor = await actors.of(credentials);
    const known = await views.find(id);
    if (!known || !(await this.#mayDelete(known, actor))) {
      throw notFound(id);
    }
    await this.#sameVersion(known, version, actor);
    if (!(await views.remove(id, version))) {
      await this.#sameVersion(await views.find(id), version, actor);
    }
    return this.#one(known, actor);
  }

  async #mayDelete(view: StoredView, actor: Actor): Promise<boolean> {
    return (
      view.person === actor.ref ||
      (view.sharedWith !== 'nobody' &&
        (await this.#options.actors.may(roadmapShareManagePermission, actor)))
    );
  }

  async #sameVersion(
    view: StoredView | undefined,
    version: number,
    actor: Actor,
  ): Promise<void> {
    if (!view) {
      throw new NotFoundError('The view was deleted a moment ago');
    }
    if (view.version !== version) {
      throw Object.assign(
        new ConflictError(
          `version: got ${version}; the view has ${view.version} now`,
        ),
        { current: await this.#one(view, actor) },
      );
    }
  }

  async #one(view: StoredView, actor: Actor): Promise<SavedRoadmapView> {
    const [shown] = await this.#shown([view], actor);
    return shown;
  }

  async #shown(
    views: readonly StoredView[],
    actor: Actor,
  ): Promise<SavedRoadmapView[]> {
    const { access, actors } = this.#options;
    const [links, mayManage] = await Promise.all([
      access.links(
        views.flatMap(({ person, sharedWith }) => [
          person,
          ...(sharedWith.includes(':') ? [sharedWith] : []),
        ]),
        actor.credentials,
      ),
      actors.may(roadmapShareManagePermission, actor),
    ]);
    return views.map(view => ({
      id: view.id,
      name: view.name,
      query: view.query,
      version: view.version,
      by: links.link(view.person),
      mine: view.person === actor.ref,
      sharedWith: view.sharedWith,
      ...(view.sharedWith.includes(':') && {
        team: links.link(view.sharedWith),
      }),
      changedAt: view.changedAt.toISOString(),
      mayDelete: view.person === actor.ref || mayManage,
    }));
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function teamsOf(actor: Actor): string[] {
  return [...actor.refs].filter(ref => ref.startsWith('group:')).sort();
}

function nameOf(name: string): string {
  const trimmed = name.replaceAll('\0', '').trim();
  if (!trimmed) {
    throw new InputError(
      'name: got nothing but blanks; expected what the view is to be called',
    );
  }
  return trimmed;
}

/** The query of an address without what is about a moment, so that equal views are equal texts. */
function queryOf(query: string): string {
  const params = new URLSearchParams(query.replaceAll('\0', ''));
  OF_THE_MOMENT.forEach(name => params.delete(name));
  return params.toString();
}

function audienceOf(audience: string | undefined, actor: Actor): string {
  const asked = (audience ?? 'nobody').toLocaleLowerCase('en-US');
  const teams = teamsOf(actor);
  if (!['nobody', 'everybody', ...teams].includes(asked)) {
    throw new InputError(
      `sharedWith: got ${JSON.stringify(
        asked,
      )}; expected nobody, everybody, or a group of yours: ${
        teams.slice(0, 20).join(', ') || 'you are of none'
      }`,
    );
  }
  return asked;
}

function notFound(id: string): NotFoundError {
  return new NotFoundError(`No saved view ${id} of yours`);
}
