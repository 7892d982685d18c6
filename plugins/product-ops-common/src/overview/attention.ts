import { lifecycleAttention } from '../lifecycle';
import { ownershipAttention } from '../ownership';
import { roadmapAttention } from '../roadmap';
import { runbooksAttention } from '../runbooks';
import { alertRules } from '../runbooks/alerts/attention';
import { documentsAttention } from './documentsAttention';
import type { AttentionOptions, EntityFacts } from './facts';
import { bySeverity, ScopedAttentionItem } from './scoped';

/**
 * All about an entity that somebody should act on, the most urgent first.
 *
 * @remarks
 *
 * Alerts that fire come first; items of one severity in the order documents, ownership, lifecycle, runbooks, roadmap. Ids are
 * unique. Nothing is cut: a roadmap may give one item for each thing that is wrong with it.
 *
 * @public
 */
export function attentionOf(
  facts: EntityFacts,
  options: AttentionOptions,
): ScopedAttentionItem[] {
  const roadmap = roadmapAttention(facts.roadmap ?? [], {
    today: options.today,
    categories: options.categories,
    knownEntity: options.knownEntity,
    goals: facts.goals,
    entityRef: facts.ref,
  });
  const all = [
    ...alertRules(facts),
    ...documentsAttention(facts),
    ...ownershipAttention(facts, options),
    ...lifecycleAttention(facts, options),
    ...runbooksAttention(facts, options),
    ...[...roadmap.values()].flat(),
  ];
  // A file may name the same thing twice, such as a dependency: once is enough to act on it.
  const unique = new Map(all.map(item => [item.id, item]));
  return [...unique.values()].sort(bySeverity);
}
