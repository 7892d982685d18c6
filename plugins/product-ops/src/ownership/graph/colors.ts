import type { Theme } from '@material-ui/core/styles';
import type {
  OwnershipLens,
  OwnershipNode,
  OwnershipShare,
} from '@productops/backstage-plugin-product-ops-common';
import { toneColors } from '../../components';
import type { Text } from '../../useText';
import { nodeMark, shareTone } from './lens';

/**
 * Of stages whose tone is that of another one, a colour of their own, since bars have no words: on a light and on a dark
 * ground, each at least 3:1 against paper.
 */
const STAGES: Record<string, [light: string, dark: string]> = {
  discovery: ['#8460b8', '#cdb2f7'],
  development: ['#1f86a0', '#5cc3d6'],
  maintenance: ['#5c9a2f', '#5fae7f'],
  none: ['#858d97', '#8d959e'],
};

/** The colour of a share in bars and legends. */
export function shareColor(
  theme: Theme,
  lens: OwnershipLens,
  share: OwnershipShare,
): string {
  const own = lens === 'stage' ? STAGES[share.value] : undefined;
  return own
    ? own[theme.palette.type === 'dark' ? 1 : 0]
    : toneColors(theme, shareTone(lens, share)).ink;
}

/** The colour of the edge of a box. */
export function nodeColor(
  theme: Theme,
  lens: OwnershipLens,
  node: OwnershipNode,
  t: Text,
): string {
  const { tone, share } = nodeMark(lens, node, t);
  return share ? shareColor(theme, lens, share) : toneColors(theme, tone).ink;
}
