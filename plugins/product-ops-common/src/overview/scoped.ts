import type { AttentionItem, Severity } from '../api/types';

/**
 * Something that needs attention, with whether one must know other entities to say so.
 *
 * @public
 */
export interface ScopedAttentionItem extends AttentionItem {
  /**
   * `self` when the entity and its own files alone tell it; `related` when it names or depends on another
   * entity. Who lists many entities for callers with different permissions leaves the related ones out.
   */
  scope: 'self' | 'related';
}

/**
 * Severities, the most urgent first.
 *
 * @public
 */
export const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info'];

/**
 * Sorts by severity, the most urgent first; what is alike stays in order.
 *
 * @public
 */
export function bySeverity(
  a: { severity: Severity },
  b: { severity: Severity },
): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

/**
 * Attention items as the API shows them: without their scope.
 *
 * @public
 */
export function withoutScope(
  items: readonly ScopedAttentionItem[],
): AttentionItem[] {
  return items.map(({ scope: _, ...item }) => item);
}
