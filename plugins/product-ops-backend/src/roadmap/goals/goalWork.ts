import {
  isOpen,
  type GoalItem,
  type GoalTeam,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { StoredRoadmapItem } from '../rows';

/** An item that points at a goal. */
export interface WorkItem {
  entityRef: string;
  item: StoredRoadmapItem;
}

/** Who owns an item: itself, or its entity. */
export function ownerOfItem(
  { entityRef, item }: WorkItem,
  entities: ReadonlyMap<string, DirectoryEntity>,
): string | undefined {
  return item.owner ?? entities.get(entityRef)?.ownerRef;
}

/** The items of a goal as its page shows them, what is at risk first. */
export function toWork(
  items: readonly WorkItem[],
  about: {
    due?: string;
    today: string;
    entities: ReadonlyMap<string, DirectoryEntity>;
    links: EntityLinks;
  },
): GoalItem[] {
  const { due, today, entities, links } = about;
  const shown = items.map((work): GoalItem => {
    const { item, entityRef } = work;
    const { end, status } = item;
    const open = isOpen(status);
    const owner = ownerOfItem(work, entities);
    const risks: GoalItem['risks'] = [];
    if (open && end && end < today && status !== 'deferred') {
      risks.push('overdue');
    }
    if (open && end && due && end > due) {
      risks.push('late');
    }
    return {
      id: item.id,
      source: item.source,
      title: item.title,
      status,
      ...(item.horizon && { horizon: item.horizon }),
      ...(item.start && { start: item.start }),
      ...(end && { end }),
      entity: links.link(entityRef),
      ...(owner && { owner: links.link(owner) }),
      risks,
    };
  });
  const closed = ({ status }: GoalItem) => (isOpen(status) ? 0 : 1);
  return shown.sort(
    (a, b) => b.risks.length - a.risks.length || closed(a) - closed(b),
  );
}

/** The teams that work on a goal: who answers for it first, then by how much they do. */
export function toTeams(
  items: readonly WorkItem[],
  about: {
    accountable?: string;
    entities: ReadonlyMap<string, DirectoryEntity>;
    links: EntityLinks;
  },
): GoalTeam[] {
  const { accountable, entities, links } = about;
  const counts = new Map<string, { total: number; done: number }>();
  if (accountable) {
    counts.set(accountable, { total: 0, done: 0 });
  }
  for (const work of items) {
    const owner = ownerOfItem(work, entities);
    if (owner && work.item.status !== 'dropped') {
      const count = counts.get(owner) ?? { total: 0, done: 0 };
      counts.set(owner, count);
      count.total += 1;
      count.done += work.item.status === 'done' ? 1 : 0;
    }
  }
  return [...counts]
    .map(([ref, count]) => ({
      team: links.link(ref),
      accountable: ref === accountable,
      ...count,
    }))
    .sort(
      (a, b) =>
        Number(b.accountable) - Number(a.accountable) || b.total - a.total,
    )
    .slice(0, 100);
}
