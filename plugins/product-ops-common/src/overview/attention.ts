import { roadmapAttention } from '../roadmap';
import type { AttentionOptions, EntityFacts } from './facts';
import { bySeverity, ScopedAttentionItem } from './scoped';

/**
 * All about an entity that somebody should act on, the most urgent first.
 *
 * @public
 */
export function attentionOf(
  facts: EntityFacts,
  options: AttentionOptions,
): ScopedAttentionItem[] {
  const roadmap = roadmapAttention(facts.roadmap ?? [], {
    ...options,
    goals: facts.goals,
    entityRef: facts.ref,
  });
  return [...roadmap.values()].flat().sort(bySeverity);
}
