import { useTheme } from '@material-ui/core/styles';
import type {
  OwnershipLens,
  OwnershipShare,
} from '@productops/backstage-plugin-product-ops-common';
import { quietSurface } from '../../components';
import { shareColor } from './colors';
import { distributionText } from './lens';

/** What is below a node, as a thin bar; its words are its label. */
export function Distribution(props: {
  shares: readonly OwnershipShare[];
  lens: OwnershipLens;
  /** How long the bar is, from 0 to 1. */
  size?: number;
}) {
  const { shares, lens, size = 1 } = props;
  const theme = useTheme();
  const text = distributionText(shares);
  return (
    <div
      role="img"
      aria-label={text || '–'}
      title={text}
      style={{
        height: 6,
        borderRadius: 3,
        overflow: 'hidden',
        background: quietSurface(theme),
      }}
    >
      <div
        style={{
          display: 'flex',
          gap: 1,
          height: '100%',
          width: `${Math.max(6, Math.min(1, size) * 100)}%`,
        }}
      >
        {shares.map(share => (
          <span
            key={share.value}
            style={{
              flex: `${share.count} 0 2px`,
              background: shareColor(theme, lens, share),
            }}
          />
        ))}
      </div>
    </div>
  );
}
