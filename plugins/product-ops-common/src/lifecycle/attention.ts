import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';

/**
 * What is wrong with the lifecycle of an entity.
 *
 * @public
 */
export function lifecycleAttention(
  _facts: EntityFacts,
  _options: AttentionOptions,
): ScopedAttentionItem[] {
  return [];
}
