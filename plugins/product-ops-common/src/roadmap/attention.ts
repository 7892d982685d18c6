import type { ScopedAttentionItem } from '../overview/scoped';
import { readableDay } from '../product';
import { cyclesOf } from './cycles';
import { goalTargetOf } from './goalRefs';
import type { ResolvedRoadmapItem } from './types';
import { DEFAULT_CATEGORIES, isOpen } from './vocabulary';

/**
 * What the rules about roadmap items need to know beside the items.
 *
 * @public
 */
export interface RoadmapAttentionOptions {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** The configured categories; the default ones when absent. */
  categories?: readonly string[];
  /** The ids of the entity's goals. When absent, goals are not checked. */
  goals?: readonly string[];
  /** Whether an entity is in the catalog, by full ref. When absent, owners are not checked. */
  knownEntity?: (ref: string) => boolean;
  /** The full ref of the roadmap's entity. */
  entityRef?: string;
}

type Report = (
  rule: string,
  item: Omit<ScopedAttentionItem, 'id' | 'subject' | 'action'>,
) => void;

function dateRules(
  item: ResolvedRoadmapItem,
  { today }: RoadmapAttentionOptions,
  report: Report,
) {
  // A deferred item was put off on purpose: its dates are no promise any more.
  if (item.end && item.end < today && item.status !== 'deferred') {
    report('overdue', {
      severity: 'warning',
      title: `"${item.title}" is past its end, ${readableDay(
        item.end,
      )}, and not done.`,
      detail: 'Set its status to done or dropped, or move its end.',
      scope: 'self',
    });
  }
}

function dependencyRules(
  item: ResolvedRoadmapItem,
  { entityRef }: RoadmapAttentionOptions,
  report: Report,
) {
  for (const dependency of item.dependsOn) {
    const { ref, entity, known, status, end } = dependency;
    const scope = !entity || entity === entityRef ? 'self' : 'related';
    const name = dependency.title ?? ref;
    if (!known) {
      report(`unknown-dependency/${ref}`, {
        severity: 'warning',
        title: `"${item.title}" depends on "${ref}", which is not there.`,
        detail: entity
          ? `No item "${dependency.id}" is known on the roadmap of ${entity}.`
          : `No item of this roadmap has the id "${dependency.id}".`,
        scope,
      });
    } else if (status === 'dropped') {
      report(`dropped-dependency/${ref}`, {
        severity: 'warning',
        title: `"${item.title}" depends on "${name}", which was dropped.`,
        scope,
      });
    } else if (item.end && end && item.end < end && status !== 'done') {
      report(`conflict/${ref}`, {
        severity: 'warning',
        title: `"${item.title}" ends on ${readableDay(
          item.end,
        )}, before "${name}" that it depends on: ${readableDay(end)}.`,
        detail: 'Move one of the two, or remove the dependency.',
        scope,
      });
    }
  }
}

function nameRules(
  item: ResolvedRoadmapItem,
  options: RoadmapAttentionOptions,
  report: Report,
) {
  const { goals, knownEntity, entityRef } = options;
  const { categories = DEFAULT_CATEGORIES } = options;
  const { category, goal, owner } = item;
  if (category && !categories.includes(category)) {
    report('unknown-category', {
      severity: 'info',
      title: `"${item.title}" has the unknown category "${category}".`,
      detail: `Known ones are ${categories.join(', ')}.`,
      scope: 'self',
    });
  }
  const named = goal ? goalTargetOf(goal, entityRef ?? '') : undefined;
  // Whether a goal of another entity is there is not known here.
  if (
    named &&
    goals &&
    named.entityRef === (entityRef ?? '') &&
    !goals.includes(named.goalId)
  ) {
    report('unknown-goal', {
      severity: 'info',
      title: `"${item.title}" points at the goal "${goal}", which is not there.`,
      detail:
        goals.length > 0
          ? `Goals are ${goals.join(', ')}.`
          : 'The entity declares no goals.',
      scope: 'self',
    });
  }
  if (owner && knownEntity && isOpen(item.status) && !knownEntity(owner)) {
    report('unknown-owner', {
      severity: 'warning',
      title: `"${item.title}" is owned by ${owner}, which is not in the catalog.`,
      scope: 'related',
    });
  }
}

/** The items of one roadmap that wait for each other, with the others of their circle. */
function circlesOf(
  items: readonly ResolvedRoadmapItem[],
  entityRef: string | undefined,
): Map<string, string[]> {
  const edges = new Map(
    items.map(({ id, dependsOn }) => [
      id,
      dependsOn
        .filter(({ entity }) => !entity || entity === entityRef)
        .map(dependency => dependency.id),
    ]),
  );
  return new Map(
    cyclesOf(edges).flatMap(cycle =>
      cycle.map((id): [string, string[]] => [
        id,
        cycle.filter(other => other !== id).sort(),
      ]),
    ),
  );
}

/**
 * What is wrong with each item of a roadmap, by the item's id. Items in order have no entry.
 *
 * @remarks
 *
 * Items that are done or dropped are history: nothing of them needs attention but an unknown category or
 * goal. A cycle is found within the given items; one that leads through another roadmap is not.
 *
 * @public
 */
export function roadmapAttention(
  items: readonly ResolvedRoadmapItem[],
  options: RoadmapAttentionOptions,
): Map<string, ScopedAttentionItem[]> {
  const circles = circlesOf(items, options.entityRef);
  const result = new Map<string, ScopedAttentionItem[]>();
  for (const item of items) {
    const found: ScopedAttentionItem[] = [];
    const report: Report = (rule, attention) =>
      found.push({
        id: `roadmap/${item.id}/${rule}`,
        subject: 'roadmap',
        ...attention,
        action: { label: 'Open the roadmap', tab: 'roadmap' },
      });
    if (isOpen(item.status)) {
      dateRules(item, options, report);
      dependencyRules(item, options, report);
      const circle = circles.get(item.id);
      if (circle) {
        report('cycle', {
          severity: 'warning',
          title: circle.length
            ? `"${item.title}" and ${circle
                .slice(0, 5)
                .join(', ')} depend on each other.`
            : `"${item.title}" depends on itself.`,
          detail: 'None of them can be done first: remove one dependency.',
          scope: 'self',
        });
      }
    }
    nameRules(item, options, report);
    if (found.length > 0) {
      result.set(item.id, found);
    }
  }
  return result;
}
