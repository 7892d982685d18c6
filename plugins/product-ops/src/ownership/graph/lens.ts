import type {
  OwnershipLens,
  OwnershipNode,
  OwnershipShare,
} from '@productops/backstage-plugin-product-ops-common';
import type { Tone } from '../../components';
import { stageTone } from '../../lifecycle/tone';
import type { Text } from '../../useText';

export const LENSES: readonly OwnershipLens[] = [
  'stage',
  'gaps',
  'tier',
  'kind',
];

const TIERS: Record<string, Tone> = { 1: 'bad', 2: 'warn', 3: 'info', 4: 'ok' };
const KINDS: Record<string, Tone> = {
  product: 'info',
  component: 'ok',
  api: 'warn',
};

/** The colour of a share; its words stand beside it or in its label. */
export function shareTone(lens: OwnershipLens, share: OwnershipShare): Tone {
  const { value, title } = share;
  switch (lens) {
    case 'gaps':
      return value === 'gap' ? 'bad' : 'ok';
    case 'tier':
      return TIERS[value] ?? 'neutral';
    case 'kind':
      return KINDS[value] ?? 'neutral';
    default:
      return value === 'none'
        ? 'neutral'
        : stageTone({ stage: value, title, declared: value, known: true });
  }
}

/** A distribution in words, `Live 47 · Sunset 6`. */
export function distributionText(shares: readonly OwnershipShare[]): string {
  return shares
    .map(({ title, count }) => `${title} ${count.toLocaleString()}`)
    .join(' · ');
}

/** What a node is called: the left out ones by their number. */
export function nodeTitle(node: OwnershipNode, t: Text): string {
  return node.type === 'more'
    ? t('ownershipPage.graph.node.more', {
        count: node.children,
        number: node.children.toLocaleString(),
      })
    : node.title;
}

/** The second line of a box. */
export function nodeLine(node: OwnershipNode, t: Text): string {
  const { entities, gaps } = node.counts;
  const own =
    node.type === 'entity'
      ? [
          node.tier &&
            t('ownershipPage.graph.node.tier', { tier: `${node.tier}` }),
          node.stage?.title,
        ]
      : [];
  const parts = [
    ...own,
    (node.type !== 'entity' || entities > 1) &&
      t('ownershipPage.graph.node.entities', {
        count: entities,
        number: entities.toLocaleString(),
      }),
    gaps > 0 &&
      t('ownershipPage.graph.node.gaps', {
        count: gaps,
        number: gaps.toLocaleString(),
      }),
  ].filter(Boolean);
  return parts.join(' · ') || (node.entity?.kind ?? '');
}
