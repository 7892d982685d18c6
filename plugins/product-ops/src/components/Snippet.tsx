import Box from '@material-ui/core/Box';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';
import { line, mutedInk, quietSurface } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      margin: theme.spacing(1, 0, 0),
      border: `1px solid ${line(theme)}`,
      borderRadius: 6,
      background: quietSurface(theme),
      minWidth: 0,
      textAlign: 'left',
    },
    caption: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
      color: mutedInk(theme),
      fontSize: '0.8rem',
    },
    code: {
      margin: 0,
      padding: theme.spacing(0, 1.5, 1.25),
      overflowX: 'auto',
      fontFamily: 'Menlo, Consolas, "DejaVu Sans Mono", monospace',
      fontSize: '0.8rem',
      lineHeight: 1.55,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'ProductOpsSnippet' },
);

/** Lines of a file or a command, to be copied. */
export function Snippet(props: {
  /** What the lines are, said above them and in the name of the copy button. */
  label: string;
  text: string;
}) {
  const classes = useStyles();
  return (
    <figure className={classes.root}>
      <figcaption className={classes.caption}>
        <span>{props.label}</span>
        <CopyButton text={props.text} what={props.label} />
      </figcaption>
      {/* Scrolls sideways when a line is long, so the keyboard must be able to reach it. */}
      <Box
        component="pre"
        className={classes.code}
        tabIndex={0}
        role="group"
        aria-label={props.label}
      >
        <code>{props.text}</code>
      </Box>
    </figure>
  );
}
