import type {
  OwnershipLens,
  OwnershipNode,
  OwnershipShare,
} from '@productops/backstage-plugin-product-ops-common';
import type { Tone } from '../../components';
import { stageTone } from '../../lifecycle/tone';
import type { Text } from '../../useText';

/** All that the contract knows; which of them a portal offers, its backend says. */
export const LENSES: readonly OwnershipLens[] = [
  'stage',
  'gaps',
  'verification',
  'readiness',
  'tier',
  'kind',
];

const TIERS: Record<string, Tone> = { 1: 'bad', 2: 'warn', 3: 'info', 4: 'ok' };
const KINDS: Record<string, Tone> = {
  product: 'info',
  component: 'ok',
  api: 'warn',
};

/** Lenses that say how something stands, each with the colours of what it tells apart, the most urgent first. */
const STANDINGS: Partial<Record<OwnershipLens, Record<string, Tone>>> = {
  gaps: { gap: 'bad', clear: 'ok' },
  verification: { overdue: 'bad', due: 'warn', upcoming: 'ok' },
  readiness: { failed: 'bad', open: 'warn', passed: 'ok' },
};

/** The colour of a share; its words stand beside it or in its label. */
export function shareTone(lens: OwnershipLens, share: OwnershipShare): Tone {
  const { value, title } = share;
  switch (lens) {
    case 'gaps':
    case 'verification':
    case 'readiness':
      return STANDINGS[lens]?.[value] ?? 'neutral';
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

type Mark = 'overdue' | 'due' | 'gap' | 'failed' | 'open';
type Calm = 'upcoming' | 'clear' | 'passed' | 'none' | 'notAsked';

function markOf(lens: OwnershipLens, value: string): Calm {
  return lens === 'verification' && value === 'none'
    ? 'notAsked'
    : (value as Calm);
}

/**
 * How a node stands by the lens, through all that is below it: the colour, and what goes with it in words where the lens
 * asks for something to be done.
 */
export function nodeMark(
  lens: OwnershipLens,
  node: OwnershipNode,
  t: Text,
): { tone: Tone; share?: OwnershipShare; text?: string; calm?: boolean } {
  const { distribution: shares } = node;
  const standings = STANDINGS[lens];
  if (!standings) {
    const [first] =
      lens === 'tier' ? shares : [...shares].sort((a, b) => b.count - a.count);
    return first
      ? { tone: shareTone(lens, first), share: first }
      : { tone: 'neutral' };
  }
  const amiss = Object.keys(standings)
    .map(value => shares.find(share => share.value === value))
    .flatMap(share => share ?? [])
    .filter(share => ['bad', 'warn'].includes(shareTone(lens, share)));
  if (amiss.length > 0) {
    return {
      tone: shareTone(lens, amiss[0]),
      text: amiss
        .map(({ value, count }) =>
          t(`ownershipPage.graph.mark.${value as Mark}`, {
            number: count.toLocaleString(),
          }),
        )
        .join(' · '),
    };
  }
  const [calm] = [...shares].sort((a, b) => b.count - a.count);
  return calm
    ? {
        tone: shareTone(lens, calm),
        text: t(`ownershipPage.graph.mark.${markOf(lens, calm.value)}`),
        calm: true,
      }
    : { tone: 'neutral', text: t('ownershipPage.graph.node.nothing') };
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
  const ofItself = node.gaps?.length ?? gaps;
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
    // Of one entity its gaps, of several those that have any.
    gaps > 0 &&
      (entities > 1
        ? t('ownershipPage.graph.mark.gap', { number: gaps.toLocaleString() })
        : t('ownershipPage.graph.node.gaps', {
            count: ofItself,
            number: ofItself.toLocaleString(),
          })),
  ].filter(Boolean);
  return parts.join(' · ') || (node.entity?.kind ?? '');
}

/** About as many signs as a line of a box has room for. */
const LINE = 25;

/** The second line of a box by a lens: how it stands, or what it is. */
export function boxLine(
  lens: OwnershipLens,
  node: OwnershipNode,
  t: Text,
): string {
  const { text, calm } = nodeMark(lens, node, t);
  if (!text || lens === 'gaps') {
    return nodeLine(node, t);
  }
  const { entities } = node.counts;
  const all = t(`ownershipPage.graph.mark.${calm ? 'all' : 'of'}`, {
    text,
    number: entities.toLocaleString(),
  });
  return entities > 1 && all.length <= LINE ? all : text;
}
