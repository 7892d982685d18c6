import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import HelpIcon from '@material-ui/icons/HelpOutline';
import Skeleton from './Skeleton';
import { useText } from '../useText';
import { line, mutedInk, toneColors } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    message: {
      display: 'flex',
      gap: theme.spacing(1.5),
      alignItems: 'flex-start',
      padding: theme.spacing(2.5),
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
    },
    icon: { color: toneColors(theme, 'bad').ink },
    quiet: { color: mutedInk(theme) },
    title: { fontSize: '1rem', fontWeight: 700 },
    text: {
      color: mutedInk(theme),
      overflowWrap: 'anywhere',
      margin: theme.spacing(0.5, 0, 1.5),
    },
    loading: { display: 'grid', gap: theme.spacing(2) },
  }),
  { name: 'ProductOpsStates' },
);

/** What is on its way, in its rough shape. */
export function Loading(props: { what: string; rows?: number[] }) {
  const classes = useStyles();
  const t = useText();
  return (
    <div
      role="status"
      aria-label={t('common.loading', { what: props.what })}
      className={classes.loading}
    >
      {(props.rows ?? [90, 180, 240]).map((height, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}

/** An error and the way to try again, or to ask for less. */
export function Failed(props: {
  error: Error;
  onRetry: () => void;
  onClear?: () => void;
}) {
  const classes = useStyles();
  const t = useText();
  return (
    <Paper elevation={0} role="alert" className={classes.message}>
      <ErrorIcon className={classes.icon} aria-hidden />
      <div>
        <Typography component="h2" className={classes.title}>
          {t('errors.title')}
        </Typography>
        <Typography className={classes.text}>{props.error.message}</Typography>
        <Button variant="outlined" color="primary" onClick={props.onRetry}>
          {t('common.retry')}
        </Button>{' '}
        {props.onClear && (
          <Button color="primary" onClick={props.onClear}>
            {t('common.clearFilters')}
          </Button>
        )}
      </div>
    </Paper>
  );
}

/** Something that is not there, and what to make of that. */
export function NotFound(props: {
  title: string;
  text: string;
  action: React.ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper elevation={0} className={classes.message}>
      <HelpIcon className={classes.quiet} aria-hidden />
      <div>
        <Typography component="h2" className={classes.title}>
          {props.title}
        </Typography>
        <Typography className={classes.text}>{props.text}</Typography>
        {props.action}
      </div>
    </Paper>
  );
}
