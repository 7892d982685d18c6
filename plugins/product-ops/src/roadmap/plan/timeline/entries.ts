import {
  itemKeyOf,
  type RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import type { TimelineEntry } from './types';

/** Of what is wrong with an item, what contradicts its plan; the rest are words that nobody knows. */
const CONFLICTS = [
  'overdue',
  'conflict/',
  'cycle',
  'unknown-dependency/',
  'dropped-dependency/',
  'unknown-owner',
];

/** The items of one roadmap, as a timeline draws them. */
export function entriesOfRoadmap(
  entityRef: string,
  items: readonly RoadmapItem[],
): TimelineEntry[] {
  return items.map(item => {
    const keyOf = (dependency: RoadmapItem['dependsOn'][number]) =>
      itemKeyOf({
        itemId: dependency.id,
        entityRef: dependency.entity?.ref ?? entityRef,
      });
    const rules = item.attention.map(({ id }) =>
      id.replace(`roadmap/${item.id}/`, ''),
    );
    const inCircle = rules.includes('cycle');
    return {
      entityRef,
      itemId: item.id,
      source: item.source,
      version: item.version,
      title: item.title,
      status: item.status,
      start: item.start,
      end: item.end,
      category: item.category,
      owner: item.owner,
      milestones: item.milestones,
      dependsOn: item.dependsOn.map(keyOf),
      conflicts: item.attention
        .filter((_, index) =>
          CONFLICTS.some(rule => rules[index].startsWith(rule)),
        )
        .map(({ title }) => title),
      against: item.dependsOn
        .filter(
          ({ ref, id }) =>
            rules.includes(`conflict/${ref}`) ||
            rules.includes(`dropped-dependency/${ref}`) ||
            (inCircle &&
              items.some(
                other =>
                  other.id === id &&
                  other.attention.some(one => one.id.endsWith(`/${id}/cycle`)),
              )),
        )
        .map(keyOf),
    };
  });
}
