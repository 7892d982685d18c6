import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useText } from '../useText';
import { line, toneColors } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      marginBottom: theme.spacing(2),
      '& > *': { minWidth: 0 },
      [theme.breakpoints.down('xs')]: {
        '& > .MuiTextField-root': { flex: '1 0 100%' },
      },
    },
    end: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      marginLeft: 'auto',
      '& > *': { maxWidth: '100%' },
      [theme.breakpoints.down('xs')]: { marginLeft: 0 },
    },
    toggle: {
      display: 'inline-flex',
      border: `1px solid ${line(theme)}`,
      borderRadius: 4,
      // Many words are more than a phone has room for.
      maxWidth: '100%',
      overflowX: 'auto',
      background: theme.palette.background.paper,
    },
    option: {
      borderRadius: 0,
      flex: 'none',
      whiteSpace: 'nowrap',
      [theme.breakpoints.down('xs')]: {
        minWidth: 0,
        padding: theme.spacing(0.75, 1),
        '& .MuiButton-startIcon': { display: 'none' },
      },
      textTransform: 'none',
      fontWeight: 400,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    chosen: {
      fontWeight: 700,
      color: toneColors(theme, 'info').ink,
      background: toneColors(theme, 'info').background,
      '&:hover': { background: toneColors(theme, 'info').background },
    },
  }),
  { name: 'ProductOpsToolbar' },
);

/** Filters at the start, how to look at it at the end. */
export function Toolbar(props: {
  label: string;
  children: ReactNode;
  end?: ReactNode;
  /** Takes all filters back; given while there are any. */
  onClear?: () => void;
}) {
  const classes = useStyles();
  const t = useText();
  return (
    <div role="group" aria-label={props.label} className={classes.root}>
      {props.children}
      {props.onClear && (
        <Button color="primary" onClick={props.onClear}>
          {t('common.clearFilters')}
        </Button>
      )}
      {props.end && <div className={classes.end}>{props.end}</div>}
    </div>
  );
}

/** A choice of one among few, all in sight. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: { value: T; label: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
}) {
  const classes = useStyles();
  return (
    <div role="group" aria-label={props.label} className={classes.toggle}>
      {props.options.map(option => (
        <Button
          key={option.value}
          aria-pressed={option.value === props.value}
          className={`${classes.option} ${
            option.value === props.value ? classes.chosen : ''
          }`}
          startIcon={option.icon}
          onClick={() => props.onChange(option.value)}
        >
          {option.label}
        </Button>
      ))}
    </div>
  );
}
