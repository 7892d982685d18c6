import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietSurface } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    '@keyframes breathe': { '50%': { opacity: 0.45 } },
    root: {
      borderRadius: 8,
      background: quietSurface(theme),
      animation: '$breathe 1.6s ease-in-out infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  }),
  { name: 'ProductOpsSkeleton' },
);

export default function Skeleton(props: { height: number }) {
  const classes = useStyles();
  return <div className={classes.root} style={{ height: props.height }} />;
}
