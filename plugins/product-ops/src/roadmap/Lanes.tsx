import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { mutedInk, quietSurface } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    lanes: {
      display: 'grid',
      gap: theme.spacing(1.75),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('sm')]: {
        gridAutoFlow: 'column',
        gridAutoColumns: 'minmax(0, 1fr)',
        gridTemplateColumns: 'none',
        alignItems: 'stretch',
      },
    },
    lane: {
      background: quietSurface(theme),
      borderRadius: 6,
      padding: theme.spacing(1.25),
      minWidth: 0,
    },
    title: {
      fontSize: '0.75rem',
      fontWeight: 700,
      letterSpacing: '0.05em',
      textTransform: 'uppercase',
      color: mutedInk(theme),
      margin: theme.spacing(0, 0, 1),
    },
    items: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
    empty: { color: mutedInk(theme), fontSize: '0.85rem' },
    more: { fontSize: '0.85rem', marginTop: theme.spacing(1) },
  }),
  { name: 'ProductOpsLanes' },
);

/** Lanes side by side, one below the other on a phone. */
export function Lanes(props: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.lanes}>{props.children}</div>;
}

/** One lane: what is now, next or later. */
export function Lane(props: {
  title: string;
  /** How many items are in it, or of it on this page where it is `partial`. */
  count: number;
  partial?: boolean;
  more?: { to: string; label: string };
  children: JSX.Element[];
}) {
  const { title, count, partial = false } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <section
      className={classes.lane}
      aria-label={`${title}, ${t(
        partial ? 'roadmap.countShown' : 'roadmap.count',
        { count },
      )}`}
    >
      <Typography component="h3" className={classes.title}>
        {title}
        {count > 0 &&
          ` · ${
            partial ? t('roadmap.shown', { number: String(count) }) : count
          }`}
      </Typography>
      {props.children.length === 0 ? (
        <div className={classes.empty}>
          {t(partial ? 'roadmap.laneEmptyHere' : 'roadmap.laneEmpty')}
        </div>
      ) : (
        <ul className={classes.items}>
          {props.children.map(child => (
            <li key={child.key}>{child}</li>
          ))}
        </ul>
      )}
      {props.more && (
        <div className={classes.more}>
          <Link to={props.more.to}>{props.more.label}</Link>
        </div>
      )}
    </section>
  );
}
