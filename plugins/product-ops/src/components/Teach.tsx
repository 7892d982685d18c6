import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { Snippet } from './Snippet';
import { mutedInk } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    page: { maxWidth: 720, margin: '0 auto', padding: theme.spacing(3, 0) },
    title: { fontSize: '1.1rem', fontWeight: 700, marginBottom: 4 },
    text: { color: mutedInk(theme), fontSize: '0.9rem' },
  }),
  { name: 'ProductOpsTeach' },
);

interface LabelledLines {
  label: string;
  text: string;
}

/** What is empty, and the lines that would fill it. */
export function Teach(props: {
  /** Given where a whole page is empty; a panel says it in its own heading. */
  title?: string;
  text: ReactNode;
  lines: LabelledLines[];
  /** Another way than the lines. */
  action?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={props.title ? classes.page : undefined}>
      {props.title && (
        <Typography component="h2" className={classes.title}>
          {props.title}
        </Typography>
      )}
      <Typography className={classes.text}>{props.text}</Typography>
      {props.lines.map(lines => (
        <Snippet key={lines.label} label={lines.label} text={lines.text} />
      ))}
      {props.action}
    </div>
  );
}
