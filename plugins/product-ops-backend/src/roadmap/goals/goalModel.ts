import {
  goalFieldsOf,
  measureGoal,
  type GoalFields,
  type GoalStanding,
  type GoalMetric,
  type GoalSummary,
  type ProductGoal,
  type RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import { hashOf } from '../itemRequests';
import type { GoalItemCount } from './GoalQueries';
import type { StoredGoal } from './GoalStore';
import { goalKey, type StoredMetric } from './metricRows';

/** A goal of an entity, whoever wrote it. */
export interface KnownGoal {
  entity: DirectoryEntity;
  id: string;
  source: 'declared' | 'recorded';
  fields: GoalFields;
  /** The current value that the file tells. */
  declaredCurrent?: number;
  /** The recorded one, also where it stands behind a declared one of the same id. */
  recorded?: StoredGoal;
}

/** The goals of an entity: those of its file, and those that people recorded under other ids. */
export function goalsOf(
  entity: DirectoryEntity,
  recorded: readonly StoredGoal[] = [],
): KnownGoal[] {
  const byId = new Map(recorded.map(goal => [goal.id, goal]));
  const declared = (entity.facts.goals ?? []).map(goal =>
    declaredGoal(entity, goal, byId.get(goal.id)),
  );
  const ids = new Set(declared.map(({ id }) => id));
  return [
    ...declared,
    ...recorded
      .filter(({ id }) => !ids.has(id))
      .map(goal => recordedGoal(entity, goal)),
  ];
}

export function declaredGoal(
  entity: DirectoryEntity,
  goal: ProductGoal,
  recorded?: StoredGoal,
): KnownGoal {
  const current = goal.metric?.current;
  return {
    entity,
    id: goal.id,
    source: 'declared',
    fields: goalFieldsOf(goal),
    ...(current !== undefined && { declaredCurrent: current }),
    ...(recorded && { recorded }),
  };
}

export function recordedGoal(
  entity: DirectoryEntity,
  recorded: StoredGoal,
): KnownGoal {
  return {
    entity,
    id: recorded.id,
    source: 'recorded',
    fields: recorded.fields,
    recorded,
  };
}

/** The key of a goal among those of all entities. */
export function keyOfGoal({ entity, id }: KnownGoal): string {
  return goalKey({ entityRef: entity.ref, goalId: id });
}

/** What tells one question to a source from another. */
export function queryHashOf(
  source: NonNullable<NonNullable<GoalFields['metric']>['source']>,
): string {
  return hashOf([source.prometheus, source.query]);
}

/** Where a goal stands today, by the items that the caller may know of. */
export function standingOf(
  goal: KnownGoal,
  stored: StoredMetric | undefined,
  items: ReadonlyArray<Pick<GoalItemCount, 'status' | 'end' | 'count'>>,
  today: string,
): GoalStanding {
  const { metric, due, start } = goal.fields;
  const measured = stored?.value !== undefined ? stored : undefined;
  const current = measured?.value ?? goal.declaredCurrent;
  const begun =
    start ??
    (goal.source === 'recorded' ? goal.recorded?.createdAt : measured?.firstAt)
      ?.toISOString()
      .slice(0, 10);
  return measureGoal(
    {
      ...(begun && { start: begun }),
      ...(due && { due }),
      ...(metric && {
        metric: {
          baseline: metric.baseline,
          target: metric.target,
          direction: metric.direction,
          current,
          measuredAt: measured?.at?.toISOString(),
        },
      }),
    },
    items.flatMap(({ status, end, count }) =>
      Array.from({ length: count }, () => ({
        status: status as RoadmapStatus,
        end,
      })),
    ),
    { today },
  );
}

/** The metric of a goal with its current value, and how its source is. */
export function metricOf(
  goal: KnownGoal,
  stored: StoredMetric | undefined,
): GoalMetric | undefined {
  const { metric } = goal.fields;
  if (!metric) {
    return undefined;
  }
  const { source, ...said } = metric;
  const { declaredCurrent } = goal;
  const measured = stored?.value !== undefined ? stored : undefined;
  const current = measured?.value ?? declaredCurrent;
  return {
    ...said,
    ...(current !== undefined && { current }),
    ...(measured?.at && { measuredAt: measured.at.toISOString() }),
    ...(measured &&
      declaredCurrent !== undefined &&
      declaredCurrent !== measured.value && { declaredCurrent }),
    ...(source && {
      source: { ...source, ...readingOf(queryHashOf(source), stored) },
    }),
  };
}

function readingOf(
  queryHash: string,
  stored: StoredMetric | undefined,
): Pick<
  NonNullable<GoalMetric['source']>,
  'state' | 'checkedAt' | 'failingSince' | 'error'
> {
  // What was read with another query tells nothing of this one.
  if (!stored?.checkedAt || stored.queryHash !== queryHash) {
    return { state: 'waiting' };
  }
  return {
    state: stored.failingSince ? 'failing' : 'ok',
    checkedAt: stored.checkedAt.toISOString(),
    ...(stored.failingSince && {
      failingSince: stored.failingSince.toISOString(),
      error: stored.error ?? '',
    }),
  };
}

/** A goal as lists show it. */
export function toSummary(
  goal: KnownGoal,
  about: {
    stored?: StoredMetric;
    standing: GoalStanding;
    links: EntityLinks;
  },
): GoalSummary {
  const { entity, id, source, fields, recorded } = goal;
  const metric = metricOf(goal, about.stored);
  const { state, progress, expected, items, risks } = about.standing;
  return {
    id,
    title: fields.title,
    ...(fields.description && { description: fields.description }),
    entity: about.links.link(entity.ref),
    ...(entity.ownerRef && { owner: about.links.link(entity.ownerRef) }),
    source,
    ...(source === 'declared' && recorded && { alsoRecorded: true }),
    ...(fields.start && { start: fields.start }),
    ...(fields.due && { due: fields.due }),
    ...(metric && { metric }),
    standing: {
      state,
      ...(progress !== undefined && { progress }),
      ...(expected !== undefined && { expected }),
      items,
      risks,
    },
  };
}

/** An entity with all its goals and their current values, for rules and pages that know of declared goals alone. */
export function withAllGoals(
  entity: DirectoryEntity,
  recorded: readonly StoredGoal[],
  metrics: ReadonlyMap<string, StoredMetric>,
): DirectoryEntity {
  const goals = goalsOf(entity, recorded);
  if (goals.length === 0) {
    return entity;
  }
  return {
    ...entity,
    facts: {
      ...entity.facts,
      goals: goals.map((goal): ProductGoal => {
        const { metric, ...fields } = goal.fields;
        const current =
          metrics.get(keyOfGoal(goal))?.value ?? goal.declaredCurrent;
        return {
          id: goal.id,
          ...fields,
          ...(metric && {
            metric: { ...metric, ...(current !== undefined && { current }) },
          }),
        };
      }),
    },
  };
}
