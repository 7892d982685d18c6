import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';

/**
 * What is wrong with the ownership of an entity.
 *
 * @public
 */
export function ownershipAttention(
  _facts: EntityFacts,
  _options: AttentionOptions,
): ScopedAttentionItem[] {
  return [];
}
