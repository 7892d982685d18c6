import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  AddGoalValueBody,
  GoalValue,
  GoalValuePage,
  ListGoalValuesQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { DateTime } from 'luxon';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import { hashOf } from '../itemRequests';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { GoalAccess } from './GoalAccess';
import type { GoalAddress, GoalViewer } from './GoalViewer';
import type { StoredValue } from './metricRows';
import type { MetricStore } from './MetricStore';

/** Clocks of other services may be a little ahead. */
const AHEAD_MS = 5 * 60 * 1000;

export interface ValuesServiceOptions {
  access: RoadmapAccess;
  goalAccess: GoalAccess;
  metrics: MetricStore;
  viewer: GoalViewer;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Values of metrics, as people and services record them. */
export class ValuesService {
  readonly #options: ValuesServiceOptions;

  static create(options: ValuesServiceOptions): ValuesService {
    return new ValuesService(options);
  }

  private constructor(options: ValuesServiceOptions) {
    this.#options = options;
  }

  /** A page of values, the latest moment first, corrected ones too. */
  async list(
    address: GoalAddress,
    query: ListGoalValuesQuery,
    options: Options,
  ): Promise<GoalValuePage> {
    const { access, metrics, viewer } = this.#options;
    const page = pageOf(query);
    const { entity, id } = await viewer.find(address, options);
    const { values, total } = await metrics.list(
      { entityRef: entity.ref, goalId: id },
      page,
    );
    const links = await access.links(peopleOf(values), options.credentials);
    return {
      items: values.map(value => toView(value, links)),
      totalItems: total,
      pageInfo: pageInfoOf(page, total),
    };
  }

  /** Records a value, or corrects one. */
  async add(
    address: GoalAddress,
    body: AddGoalValueBody,
    { key, ...options }: Options & { key?: string },
  ): Promise<GoalValue> {
    const { access, goalAccess, metrics, viewer, live } = this.#options;
    const goal = await viewer.find(address, options);
    const actor = await goalAccess.manager(
      goal.entity.ref,
      options.credentials,
    );
    if (!goal.fields.metric) {
      throw new InputError(
        `${goal.id}: got a goal without a metric; expected one that says what is measured`,
      );
    }
    if (goal.source === 'recorded' && goal.recorded?.archived) {
      throw new InputError(
        `${goal.id}: got a goal that is archived; expected one that is not`,
      );
    }
    const ref = { entityRef: goal.entity.ref, goalId: goal.id };
    const now = this.#options.now?.() ?? new Date();
    const corrected = body.corrects
      ? await metrics.find(ref, body.corrects)
      : undefined;
    if (body.corrects && !corrected) {
      throw new NotFoundError(`No value ${body.corrects} of ${goal.id}`);
    }
    const note = body.note?.replaceAll('\0', '').trim();
    const added = await metrics.add(ref, {
      // -0 comes back as 0.
      value: body.value + 0,
      at: body.at ? momentAt(body.at, now) : corrected?.at ?? now,
      ...(note && { note }),
      source: actor.type,
      by: actor.ref,
      recordedAt: now,
      corrects: body.corrects,
      ...(key && { request: { key, hash: hashOf(['value', ref, body]) } }),
    });
    switch (added.outcome) {
      case 'full':
        throw new ConflictError(
          `${goal.id} has as many recorded values as it may have, 5000`,
        );
      case 'other-request':
        throw new InputError(
          'Idempotency-Key: got one that has asked for something else; expected a new one for each value',
        );
      case 'corrected-before':
        throw Object.assign(
          new ConflictError(
            `corrects: got ${body.corrects}, which somebody has corrected since; expected the value in its place`,
          ),
          { current: await viewer.show(goal, options) },
        );
      case 'made':
        live.changed({ room: 'roadmap' });
        break;
      default:
    }
    const value = await metrics.find(ref, added.id);
    if (!value) {
      throw new NotFoundError(`No value ${added.id} of ${goal.id}`);
    }
    const links = await access.links(peopleOf([value]), options.credentials);
    return toView(value, links);
  }
}

function peopleOf(values: readonly StoredValue[]): string[] {
  return values.flatMap(({ source, by }) =>
    source === 'person' && by ? [by] : [],
  );
}

function momentAt(text: string, now: Date): Date {
  const moment = DateTime.fromISO(text, { zone: 'utc' });
  if (!moment.isValid || moment.year < 1900) {
    throw new InputError(
      `at: got ${JSON.stringify(
        text,
      )}; expected a day or an ISO 8601 moment, such as 2026-11-30`,
    );
  }
  if (moment.toMillis() > now.getTime() + AHEAD_MS) {
    throw new InputError(
      `at: got ${text}, which is yet to come; expected now or earlier`,
    );
  }
  return moment.toJSDate();
}

function toView(
  { id, value, at, note, source, by, recordedAt, ...rest }: StoredValue,
  links: EntityLinks,
): GoalValue {
  return {
    id,
    value,
    at: at.toISOString(),
    ...(note && { note }),
    source,
    ...(source === 'person' && by && { by: links.link(by) }),
    ...(source === 'service' && by && { service: by }),
    recordedAt: recordedAt.toISOString(),
    ...(rest.corrects && { corrects: rest.corrects }),
    ...(rest.correctedBy && { correctedBy: rest.correctedBy }),
  };
}
