import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import { line, linksInText, mutedInk, toneColors } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    inPanel: {
      '& > li:first-child': { paddingTop: 0 },
      '& > li:last-child': { paddingBottom: theme.spacing(0.5) },
    },
    paper: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(0.5, 2.25),
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(0.5, 1.25),
      alignItems: 'start',
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${line(theme)}`,
      '&:first-child': { borderTop: 'none' },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    led: {
      gridTemplateColumns: 'minmax(22px, auto) minmax(0, 1fr) auto',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(22px, auto) minmax(0, 1fr)',
        '& > :last-child': { gridColumn: 2 },
      },
    },
    text: { fontSize: '0.92rem', overflowWrap: 'anywhere', minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
    muted: { color: mutedInk(theme), fontSize: '0.85rem', ...linksInText },
    name: { fontWeight: 700 },
    calm: { textAlign: 'center', padding: theme.spacing(5, 2) },
    calmIcon: { color: toneColors(theme, 'ok').ink, fontSize: '2rem' },
    calmTitle: { fontSize: '1.1rem', fontWeight: 700 },
    inline: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
      fontSize: '0.92rem',
      '& svg': { color: toneColors(theme, 'ok').ink },
    },
    none: { padding: theme.spacing(4, 0), textAlign: 'center' },
    count: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      marginBottom: theme.spacing(1.5),
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
    },
    updating: { opacity: 0.6 },
  }),
  { name: 'ProductOpsRows' },
);

/** A list of what is to be done, each with its buttons. */
export function Rows(props: {
  label: string;
  updating?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper
      elevation={0}
      className={`${classes.paper} ${props.updating ? classes.updating : ''}`}
    >
      <ul aria-label={props.label} className={classes.list}>
        {props.children}
      </ul>
    </Paper>
  );
}

/** The same list within a panel, which has a frame already. */
export function RowList(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <ul
      aria-label={props.label}
      className={`${classes.list} ${classes.inPanel}`}
    >
      {props.children}
    </ul>
  );
}

/** One of the list: what it is about, what is said of it, and what can be done. */
export function Row(props: {
  /** An icon or a checkbox before it. */
  lead?: ReactNode;
  head: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <li className={`${classes.row} ${props.lead ? classes.led : ''}`}>
      {props.lead && <div>{props.lead}</div>}
      <div className={classes.text}>
        <div className={classes.head}>{props.head}</div>
        {props.children}
      </div>
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </li>
  );
}

/** What is less important than the rest of its row. */
export function Muted(props: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.muted}>{props.children}</div>;
}

export function Strong(props: { children: ReactNode }) {
  const classes = useStyles();
  return <span className={classes.name}>{props.children}</span>;
}

/** A whole list with nothing to do in it. */
export function Calm(props: { title: string; text: string }) {
  const classes = useStyles();
  return (
    <div className={classes.calm} role="status">
      <CheckIcon className={classes.calmIcon} aria-hidden />
      <Typography component="h2" className={classes.calmTitle}>
        {props.title}
      </Typography>
      <Typography>{props.text}</Typography>
    </div>
  );
}

/** A panel with nothing to do in it, in one line. */
export function CalmLine(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.inline}>
      <CheckIcon aria-hidden />
      {props.children}
    </div>
  );
}

/** Filters that leave nothing. */
export function NoMatch(props: { children: ReactNode }) {
  const classes = useStyles();
  return <Typography className={classes.none}>{props.children}</Typography>;
}

/** How many there are, and what else is said of all. */
export function CountLine(props: { count: string; children?: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.count}>
      <span role="status">{props.count}</span>
      {props.children}
    </div>
  );
}
