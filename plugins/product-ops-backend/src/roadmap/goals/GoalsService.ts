import { ConflictError, InputError } from '@backstage/errors';
import {
  changeGoalFields,
  GOAL_FIELDS,
  itemIdOf,
  type CreateGoalBody,
  type GoalDetails,
  type GoalFields,
  type GoalHistoryPage,
  type ListGoalHistoryQuery,
  type PatchGoalBody,
} from '@productops/backstage-plugin-product-ops-common';
import { isDeepStrictEqual } from 'node:util';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import { invalidFields } from '../commands';
import { hashOf } from '../itemRequests';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { GoalAccess } from './GoalAccess';
import type { GoalStore, StoredGoal } from './GoalStore';
import type { GoalAddress, GoalViewer } from './GoalViewer';

export interface GoalsServiceOptions {
  access: RoadmapAccess;
  goalAccess: GoalAccess;
  directory: DirectoryStore;
  goals: GoalStore;
  viewer: GoalViewer;
  live: LiveUpdates;
  /** The names of the configured sources of metrics. */
  sources: readonly string[];
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Shows, records, changes and archives goals. */
export class GoalsService {
  readonly #options: GoalsServiceOptions;

  static create(options: GoalsServiceOptions): GoalsService {
    return new GoalsService(options);
  }

  private constructor(options: GoalsServiceOptions) {
    this.#options = options;
  }

  /** One goal, an archived one too. */
  async get(address: GoalAddress, options: Options): Promise<GoalDetails> {
    const { viewer } = this.#options;
    return viewer.show(await viewer.find(address, options), options);
  }

  /** Makes a goal; the same request again gives the same goal. */
  async create(
    entityRef: string,
    { id, fields: asked }: CreateGoalBody,
    { key, credentials }: Options & { key?: string },
  ): Promise<GoalDetails> {
    const { access, goalAccess, directory, goals, live } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const actor = await goalAccess.manager(ref, credentials);
    const fields = this.#read(asked);
    const declared =
      (await directory.getEntity(ref))?.facts.goals?.map(goal => goal.id) ?? [];
    const created = await goals.create({
      entityRef: ref,
      fields,
      by: actor.ref,
      at: this.#now(),
      ...(key && { request: { key, hash: hashOf([ref, id ?? null, asked]) } }),
      idAmong: recorded => {
        const taken = new Set([...recorded, ...declared]);
        if (id === undefined) {
          return itemIdOf(fields.title, taken);
        }
        return taken.has(id) ? undefined : id;
      },
    });
    switch (created.outcome) {
      case 'full':
        throw new ConflictError(
          `${ref} has as many recorded goals as it may have, 200: archive one`,
        );
      case 'other-request':
        throw new InputError(
          'Idempotency-Key: got one that has asked for something else; expected a new one for each goal',
        );
      case 'taken':
        throw await this.#conflict(
          `id: got ${id}, which a goal of ${ref} has; expected another one`,
          { entityRef: ref, id: id ?? '' },
          { credentials },
        );
      case 'made':
        live.changed({ room: 'roadmap' });
        break;
      default:
    }
    return this.get(
      { entityRef: ref, id: created.id, source: 'recorded' },
      { credentials },
    );
  }

  /** Changes fields of a recorded goal, archives it or takes it back. */
  async patch(
    address: GoalAddress,
    body: PatchGoalBody,
    options: Options,
  ): Promise<GoalDetails> {
    const { goalAccess, goals, viewer } = this.#options;
    const goal = await viewer.find(address, options);
    const { entity, recorded } = goal;
    const actor = await goalAccess.manager(entity.ref, options.credentials);
    if (goal.source === 'declared' || !recorded) {
      throw new InputError(
        `${goal.id}: got a goal that the catalog file declares; expected a recorded one, or a change of the file`,
      );
    }
    const known: GoalAddress = {
      entityRef: entity.ref,
      id: goal.id,
      source: 'recorded',
    };
    if (recorded.version !== body.version) {
      throw await this.#conflict(
        `version: got ${body.version}; the goal has changed since, to ${recorded.version}`,
        known,
        options,
      );
    }
    const fields = this.#read(body.fields, recorded.fields);
    const archived = body.archived ?? recorded.archived;
    const difference = differenceOf(recorded.fields, fields);
    if (archived === recorded.archived && !difference) {
      return viewer.show(goal, options);
    }
    const saved = await goals.save(
      { ...recorded, fields, archived },
      {
        version: recorded.version + 1,
        type: typeOf(recorded, archived),
        by: actor.ref,
        at: this.#now(),
        ...(difference ?? { before: {}, after: {} }),
      },
    );
    if (!saved) {
      throw await this.#conflict(
        `version: got ${body.version}; the goal has changed since`,
        known,
        options,
      );
    }
    this.#options.live.changed({ room: 'roadmap' });
    return this.get(known, options);
  }

  /** A page of what became of a recorded goal, the latest first. */
  async history(
    address: GoalAddress,
    query: ListGoalHistoryQuery,
    options: Options,
  ): Promise<GoalHistoryPage> {
    const { access, goals, viewer } = this.#options;
    const page = pageOf(query);
    const { entity, id } = await viewer.find(address, options);
    const { events, total } = await goals.history(entity.ref, id, page);
    const links = await access.links(
      events.map(({ by }) => by),
      options.credentials,
    );
    return {
      items: events.map(({ by, at, before, after, ...event }) => ({
        ...event,
        by: links.link(by),
        at: at.toISOString(),
        before: { ...before },
        after: { ...after },
      })),
      totalItems: total,
      pageInfo: pageInfoOf(page, total),
    };
  }

  #read(asked: unknown, current?: GoalFields): GoalFields {
    const result = changeGoalFields(asked, current);
    if (!result.ok) {
      throw invalidFields(result.problems);
    }
    const { sources } = this.#options;
    const source = result.fields.metric?.source;
    const changed = !isDeepStrictEqual(source, current?.metric?.source);
    if (source && changed && !sources.includes(source.prometheus)) {
      throw new InputError(
        `fields.metric.source.prometheus: got ${JSON.stringify(
          source.prometheus,
        )}; expected ${
          sources.length > 0
            ? `one of ${sources.join(', ')}`
            : 'a server of productOps.metrics.prometheus, which is empty'
        }`,
      );
    }
    return result.fields;
  }

  /** A conflict (409) with the goal as it is now. */
  async #conflict(message: string, known: GoalAddress, options: Options) {
    return Object.assign(new ConflictError(message), {
      current: await this.get(known, options),
    });
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function typeOf(before: StoredGoal, archived: boolean) {
  if (before.archived === archived) {
    return 'changed';
  }
  return archived ? 'archived' : 'returned';
}

function differenceOf(before: GoalFields, after: GoalFields) {
  const changed = GOAL_FIELDS.filter(
    field => !isDeepStrictEqual(before[field], after[field]),
  );
  const side = (fields: GoalFields) =>
    Object.fromEntries(changed.map(field => [field, fields[field] ?? null]));
  return changed.length > 0
    ? { before: side(before), after: side(after) }
    : undefined;
}
