import { NavContentNavItem } from '@backstage/plugin-app-react';

/** The places of the sidebar, in the order in which people look for them. */
const PLACES = [
  '/products',
  '/catalog',
  '/roadmap',
  '/ownership',
  '/runbooks',
  '/docs',
  '/api-docs',
];

/** Pages that have another way in: search by its dialog, notifications and settings at the foot, the graph from an entity. */
const ELSEWHERE = ['/search', '/settings', '/catalog-graph', '/notifications'];

/** Last among the rest, since one registers far less often than one reads. */
const REGISTER = '/catalog-import';

export interface Places {
  main: NavContentNavItem[];
  /** Pages that this list does not know, so that a plugin that is added shows up by itself. */
  others: NavContentNavItem[];
}

export function arrangePlaces(items: NavContentNavItem[]): Places {
  const byPath = new Map(items.map(item => [item.href, item]));
  const main = PLACES.flatMap(path => byPath.get(path) ?? []);
  const others = items
    .filter(
      item => !PLACES.includes(item.href) && !ELSEWHERE.includes(item.href),
    )
    .sort(
      (a, b) =>
        Number(a.href === REGISTER) - Number(b.href === REGISTER) ||
        a.title.localeCompare(b.title),
    )
    .map(item =>
      item.href === REGISTER ? { ...item, title: 'Register' } : item,
    );
  return { main, others };
}
