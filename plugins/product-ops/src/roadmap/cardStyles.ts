import type { Theme } from '@material-ui/core/styles';
import { line, mutedInk, toneColors } from '../components';

/** What the cards of items look like, on whichever board: what keeps things running has an edge of its own. */
export const cardStyles = (theme: Theme) =>
  ({
    root: {
      background: theme.palette.background.paper,
      border: `1px solid ${line(theme)}`,
      borderLeft: `4px solid ${toneColors(theme, 'info').border}`,
      borderRadius: 5,
      padding: theme.spacing(1, 1.25),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    running: { borderLeftColor: toneColors(theme, 'warn').border },
    small: { color: mutedInk(theme), fontSize: '0.8rem', marginTop: 2 },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.75),
      '&:empty': { display: 'none' },
    },
  } as const);
