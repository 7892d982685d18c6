import type { RoadmapHorizon, RoadmapStatus } from '../api/types';

/** All statuses of a roadmap item, from idea to end. @public */
export const ROADMAP_STATUSES: readonly RoadmapStatus[] = [
  'proposed',
  'planned',
  'in-progress',
  'done',
  'dropped',
  'deferred',
];

/** All horizons, the nearest first. @public */
export const ROADMAP_HORIZONS: readonly RoadmapHorizon[] = [
  'now',
  'next',
  'later',
];

/**
 * The categories of an installation that configures none. An item of another one is kept and flagged.
 *
 * @public
 */
export const DEFAULT_CATEGORIES: readonly string[] = [
  'feature',
  'improvement',
  'maintenance',
  'reliability',
  'security',
  'compliance',
  'sunset',
];

/**
 * Whether there is still something to do: neither done nor dropped.
 *
 * @public
 */
export function isOpen(status: RoadmapStatus): boolean {
  return status !== 'done' && status !== 'dropped';
}
