import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { type Tone, toneColors } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: (props: { tone: Tone }) => {
      const colors = toneColors(theme, props.tone);
      return {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        maxWidth: '100%',
        boxSizing: 'border-box',
        padding: '1px 9px',
        borderRadius: 12,
        border: `1px solid ${colors.border}`,
        background: colors.background,
        color: colors.ink,
        fontSize: '0.78rem',
        lineHeight: 1.55,
        overflowWrap: 'break-word',
        '& svg': { fontSize: '0.95rem', flex: 'none' },
      };
    },
  }),
  { name: 'ProductOpsTag' },
);

/** A word or two about something, in a coloured pill. */
export function Tag(props: {
  tone?: Tone;
  icon?: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  const classes = useStyles({ tone: props.tone ?? 'neutral' });
  return (
    <span className={classes.root} title={props.title}>
      {props.icon}
      <span>{props.children}</span>
    </span>
  );
}
