import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { ProductOpsQueryProvider } from '../api/ProductOpsQueryProvider';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // The portal's own theme, also where a header of another design system has set the page's font.
    root: {
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.9rem',
      lineHeight: 1.45,
      color: theme.palette.text.primary,
      minWidth: 0,
      // Sentences, not shouts: the theme's capitals are hard to read in a list of actions.
      '& .MuiButton-root': { textTransform: 'none' },
    },
  }),
  { name: 'ProductOpsSurface' },
);

/** What every page, tab and card of ours stands on: its data cache and its type. */
export function Surface(props: {
  children: ReactNode;
  className?: string;
  /** `main` where the portal brings no such landmark. */
  component?: 'div' | 'main';
}) {
  const { component: Component = 'div' } = props;
  const classes = useStyles();
  return (
    <ProductOpsQueryProvider>
      <Component className={`${classes.root} ${props.className ?? ''}`}>
        {props.children}
      </Component>
    </ProductOpsQueryProvider>
  );
}
