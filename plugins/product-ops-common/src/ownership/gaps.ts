import type { OwnershipGapRule } from '../api/types';

/**
 * The rules about who answers for an entity, the most urgent first.
 *
 * @public
 */
export const OWNERSHIP_GAP_RULES: ReadonlyArray<{
  rule: OwnershipGapRule;
  /** What the pages call a gap of this rule. */
  title: string;
}> = [
  { rule: 'unowned', title: 'Nobody owns it' },
  { rule: 'dangling-owner', title: 'Owner not in the catalog' },
  { rule: 'owner-without-members', title: 'Owner without members' },
  { rule: 'one-person-team', title: 'One person alone' },
  { rule: 'missing-role', title: 'Role not filled' },
  { rule: 'dangling-holder', title: 'Role holder not in the catalog' },
];

/**
 * The rule of an item of `ownershipAttention`, by its id.
 *
 * @public
 */
export function gapRuleOf(attentionId: string): OwnershipGapRule {
  const rule = attentionId.split('/')[1];
  const found = OWNERSHIP_GAP_RULES.find(known => known.rule === rule);
  if (!found) {
    throw new TypeError(`${attentionId} is no item about ownership`);
  }
  return found.rule;
}
