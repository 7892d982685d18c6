import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { mutedInk, quietSurface } from '../components';
import { type Text, useText } from '../useText';

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

/** What a lane is called: its title, and how many items are in it, or are shown of it where it is `partial`. */
export function laneName(
  t: Text,
  title: string,
  count: number,
  partial?: boolean,
): string {
  return `${title}, ${t(partial ? 'roadmap.countShown' : 'roadmap.count', {
    count,
  })}`;
}

/** The head of a lane, and that nothing is in it. */
export function LaneHead(props: {
  title: string;
  count: number;
  partial?: boolean;
  empty: boolean;
}) {
  const { title, count, partial, empty } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      <Typography component="h3" className={classes.title}>
        {title}
        {count > 0 &&
          ` · ${
            partial ? t('roadmap.shown', { number: String(count) }) : count
          }`}
      </Typography>
      {empty && (
        <div className={classes.empty}>
          {t(partial ? 'roadmap.laneEmptyHere' : 'roadmap.laneEmpty')}
        </div>
      )}
    </>
  );
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
  const { title, count, partial } = props;
  const empty = props.children.length === 0;
  const classes = useStyles();
  const t = useText();
  return (
    <section
      className={classes.lane}
      aria-label={laneName(t, title, count, partial)}
    >
      <LaneHead title={title} count={count} partial={partial} empty={empty} />
      {!empty && (
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
