import { type ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import LessIcon from '@material-ui/icons/ExpandLess';
import MoreIcon from '@material-ui/icons/ExpandMore';
import FilterIcon from '@material-ui/icons/FilterList';
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

/** Filters of a toolbar; where there is little room, one sees them when one asks for them. */
export function MoreFilters(props: {
  /** How many of them are set. */
  set: number;
  children: ReactNode;
}) {
  const { set, children } = props;
  const t = useText();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('xs'));
  const [open, setOpen] = useState(false);
  if (!narrow) {
    return <>{children}</>;
  }
  return (
    <>
      <Button
        variant="outlined"
        color={set > 0 ? 'primary' : 'default'}
        startIcon={<FilterIcon aria-hidden />}
        endIcon={open ? <LessIcon aria-hidden /> : <MoreIcon aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {set > 0
          ? t('common.filtersSet', { number: String(set) })
          : t('common.filters')}
      </Button>
      {open && children}
    </>
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
