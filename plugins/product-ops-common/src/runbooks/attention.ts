import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';

/**
 * What is wrong with the runbooks of an entity.
 *
 * @public
 */
export function runbooksAttention(
  _facts: EntityFacts,
  _options: AttentionOptions,
): ScopedAttentionItem[] {
  return [];
}
