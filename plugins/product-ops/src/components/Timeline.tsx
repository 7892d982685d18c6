import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, linksInText, mutedInk } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.9rem',
      ...linksInText,
      '& > li': {
        position: 'relative',
        padding: theme.spacing(0, 0, 1.5, 2.5),
        borderLeft: `2px solid ${line(theme)}`,
        marginLeft: 5,
        overflowWrap: 'anywhere',
        '&::before': {
          content: '""',
          position: 'absolute',
          left: -6,
          top: 5,
          width: 10,
          height: 10,
          borderRadius: '50%',
          background: theme.palette.background.paper,
          border: `2px solid ${mutedInk(theme)}`,
          boxSizing: 'border-box',
        },
        '&:last-child': { borderLeftColor: 'transparent', paddingBottom: 0 },
      },
    },
  }),
  { name: 'ProductOpsTimeline' },
);

/** What happened, one `li` each, the latest first. */
export function Timeline(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <ol className={classes.list} aria-label={props.label}>
      {props.children}
    </ol>
  );
}
