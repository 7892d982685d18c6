import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WaitIcon from '@material-ui/icons/HourglassEmpty';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { toneColors, type Tone } from '../components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: (props: { tone: Tone }) => {
      const colors = toneColors(theme, props.tone);
      return {
        display: 'flex',
        gap: theme.spacing(1.5),
        padding: theme.spacing(1.5, 2),
        marginBottom: theme.spacing(2),
        borderRadius: 8,
        border: `1px solid ${colors.border}`,
        background: colors.background,
        '& > svg': { color: colors.ink },
        '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
      };
    },
    title: { fontWeight: 700, fontSize: '0.92rem' },
  }),
  { name: 'ProductOpsSourceBanner' },
);

function toneOf(state: Source['state']): Tone {
  if (state === 'pending') {
    return 'neutral';
  }
  return state === 'failed' ? 'bad' : 'warn';
}

/** How it goes with what is read from elsewhere, above what is shown of it. */
export function Banner(props: {
  state: Source['state'];
  title?: ReactNode;
  children: ReactNode;
}) {
  const { state, title, children } = props;
  const classes = useStyles({ tone: toneOf(state) });
  if (state === 'pending') {
    return (
      <div role="status" className={classes.root}>
        <WaitIcon aria-hidden />
        <div>{children}</div>
      </div>
    );
  }
  return (
    <div role="alert" className={classes.root}>
      {state === 'failed' ? (
        <ErrorIcon aria-hidden />
      ) : (
        <WarningIcon aria-hidden />
      )}
      <div>
        <div className={classes.title}>{title}</div>
        {children}
      </div>
    </div>
  );
}
