import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLink,
  OwnershipShare,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName } from './EntityName';
import { line, linksInText, mutedInk, toneColors } from './tones';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    page: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      alignItems: 'start',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    column: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    wide: { gridColumn: '1 / -1', minWidth: 0 },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    heading: {
      fontSize: '0.85rem',
      fontWeight: 700,
      margin: theme.spacing(1.5, 0, 0.5),
    },
    inline: { fontSize: '0.9rem', overflowWrap: 'anywhere', ...linksInText },
    more: { color: mutedInk(theme), fontSize: '0.85rem' },
    shares: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.88rem',
      '& li': {
        display: 'grid',
        gridTemplateColumns: 'minmax(70px, 1fr) minmax(0, 2fr) 48px',
        gap: theme.spacing(1),
        alignItems: 'center',
        padding: '2px 0',
      },
    },
    track: { height: 8, borderRadius: 4, background: line(theme) },
    fill: {
      height: 8,
      minWidth: 3,
      borderRadius: 4,
      background: toneColors(theme, 'info').ink,
    },
    number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    plain: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.9rem',
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        gap: theme.spacing(0, 1.5),
        padding: theme.spacing(0.6, 0),
        borderTop: `1px solid ${line(theme)}`,
        overflowWrap: 'anywhere',
        '&:first-child': { borderTop: 'none', paddingTop: 0 },
      },
    },
  }),
  { name: 'ProductOpsFacts' },
);

/** Two columns, one on a small screen. */
export function Columns(props: {
  bar?: ReactNode;
  main: ReactNode;
  side: ReactNode;
  /** Below both, as wide as the page. */
  wide?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <>
      {props.bar && <div className={classes.bar}>{props.bar}</div>}
      <div className={classes.page}>
        <div className={classes.column}>{props.main}</div>
        <div className={classes.column}>{props.side}</div>
        {props.wide && <div className={classes.wide}>{props.wide}</div>}
      </div>
    </>
  );
}

/** A heading within a panel. */
export function Subheading(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography component="h3" className={classes.heading}>
      {props.children}
    </Typography>
  );
}

/** Some entities in one line, and how many more there are. */
export function Names(props: {
  entities: EntityLink[];
  total?: number;
  /** Within a line of text, in its type. */
  inline?: boolean;
}) {
  const { entities, total = entities.length } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <Box
      component={props.inline ? 'span' : 'div'}
      className={props.inline ? undefined : classes.inline}
    >
      {entities.map((entity, index) => (
        <span key={entity.ref}>
          {index > 0 && ', '}
          <EntityName entity={entity} />
        </span>
      ))}{' '}
      {total > entities.length && (
        <span className={classes.more}>
          {t('common.more', { number: String(total - entities.length) })}
        </span>
      )}
    </Box>
  );
}

/** A list of lines, each with something at its end. */
export function Lines(props: { label?: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <ul className={classes.plain} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** Shares of a whole: the number says it, the bar shows it. */
export function Shares(props: { label: string; shares: OwnershipShare[] }) {
  const { label, shares } = props;
  const classes = useStyles();
  const most = Math.max(...shares.map(({ count }) => count), 1);
  return (
    <ul className={classes.shares} aria-label={label}>
      {shares.map(({ value, title, count }) => (
        <li key={value}>
          <span>{title}</span>
          <span className={classes.track} aria-hidden>
            <span
              className={classes.fill}
              style={{ display: 'block', width: `${(count / most) * 100}%` }}
            />
          </span>
          <span className={classes.number}>{count}</span>
        </li>
      ))}
    </ul>
  );
}
