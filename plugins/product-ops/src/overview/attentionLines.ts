import type { AttentionItem } from '@productops/backstage-plugin-product-ops-common';
import { messages } from '../messages';
import type { Text } from '../useText';

/** So many items of one rule have a line each; more of them share one. */
const MOST_ALIKE = 3;

/** A line of what needs attention: one item, or several that one rule found and one action fixes. */
export interface AttentionLine {
  /** Tells the line from the others. */
  id: string;
  title: string;
  /** What all items of the line say alike. */
  detail?: string;
  /** At least one; the first stands for all. */
  items: AttentionItem[];
}

type Rule = keyof typeof messages.overview.rules;

function isNamed(rule: string): rule is Rule {
  return Object.hasOwn(messages.overview.rules, rule);
}

/** The rule that found an item: its id without what it was found of. */
function ruleOf({ id }: AttentionItem): string {
  const [subject, second, third = ''] = id.split('/');
  // Of a roadmap, the item comes before the rule: `roadmap/<item>/overdue`.
  return `${subject}/${subject === 'roadmap' ? third : second}`;
}

/** Items with the same key can share a line; those whose button offers lines of their own cannot. */
function keyOf(item: AttentionItem): string {
  const { label, tab, href, yaml } = item.action ?? {};
  return JSON.stringify([
    ruleOf(item),
    item.severity,
    label,
    tab,
    href,
    yaml && item.id,
  ]);
}

/** Turns what needs attention into lines, in the same order. */
export function attentionLines(
  attention: AttentionItem[],
  t: Text,
): AttentionLine[] {
  const alike = new Map<string, AttentionItem[]>();
  for (const item of attention) {
    const key = keyOf(item);
    const items = alike.get(key);
    if (items) {
      items.push(item);
    } else {
      alike.set(key, [item]);
    }
  }
  return attention.flatMap((item): AttentionLine[] => {
    const items = alike.get(keyOf(item)) ?? [];
    const { id, title, detail } = item;
    if (items.length <= MOST_ALIKE) {
      return [{ id, title, detail, items: [item] }];
    }
    if (items[0] !== item) {
      return [];
    }
    const rule = ruleOf(item);
    return [
      {
        id,
        title: isNamed(rule)
          ? t(`overview.rules.${rule}`, { number: String(items.length) })
          : t('overview.alike', { title, number: String(items.length - 1) }),
        detail: items.every(one => one.detail === detail) ? detail : undefined,
        items,
      },
    ];
  });
}

/** What an item is about, in a word. */
export function subjectOf({ id, subject }: AttentionItem, t: Text): string {
  // What is promised is found beside the runbooks, and is not about them.
  return /^runbooks\/(?:no-objectives|tighter-)/.test(id)
    ? t('overview.operations')
    : t(`subject.${subject}`);
}
