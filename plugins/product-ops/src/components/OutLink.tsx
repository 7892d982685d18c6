import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { safeUrl } from './safeUrl';

const useStyles = makeStyles(
  { root: { overflowWrap: 'anywhere' } },
  { name: 'ProductOpsOutLink' },
);

/** A link to an address that came with the data; plain text where it is none that may be opened. */
export function OutLink(props: { url?: string; children: ReactNode }) {
  const classes = useStyles();
  const url = safeUrl(props.url);
  return url ? (
    <Link to={url} className={classes.root}>
      {props.children}
    </Link>
  ) : (
    <span className={classes.root}>{props.children}</span>
  );
}
