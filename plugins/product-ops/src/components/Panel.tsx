import { type ReactNode, useId } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, mutedInk } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      padding: theme.spacing(2, 2.25),
      minWidth: 0,
      boxSizing: 'border-box',
    },
    head: {
      display: 'flex',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(1.5),
    },
    title: { fontSize: '1rem', fontWeight: 700, margin: 0, lineHeight: 1.4 },
    count: { color: mutedInk(theme), fontWeight: 700 },
  }),
  { name: 'ProductOpsPanel' },
);

/** A part of a page with its heading. */
export function Panel(props: {
  title: string;
  /** Shown beside the title, as in “Needs attention 3”. */
  count?: number;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper
      component="section"
      elevation={0}
      aria-labelledby={id}
      className={`${classes.root} ${props.className ?? ''}`}
    >
      <div className={classes.head}>
        <Typography component="h2" id={id} className={classes.title}>
          {props.title}{' '}
          {props.count !== undefined && (
            <span className={classes.count}>{props.count}</span>
          )}
        </Typography>
        {props.action}
      </div>
      {props.children}
    </Paper>
  );
}
