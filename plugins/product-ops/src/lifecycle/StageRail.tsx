import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CheckIcon from '@material-ui/icons/Check';
import {
  declaredStageStart,
  type Lifecycle,
} from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, OnDate, toneColors } from '../components';
import { useText } from '../useText';
import { StageTag } from './StageTag';

const DOT = 20;

const useStyles = makeStyles(
  (theme: Theme) => ({
    rail: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'flex',
    },
    stage: {
      flex: '1 1 0',
      minWidth: 0,
      position: 'relative',
      textAlign: 'center',
      color: mutedInk(theme),
      fontSize: '0.82rem',
      // The line to the next stage; the last one has none.
      '&:not(:last-child)::after': {
        content: '""',
        position: 'absolute',
        top: DOT / 2 - 1,
        left: `calc(50% + ${DOT / 2}px)`,
        right: `calc(-50% + ${DOT / 2}px)`,
        height: 2,
        background: line(theme),
      },
    },
    dot: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      boxSizing: 'border-box',
      width: DOT,
      height: DOT,
      borderRadius: '50%',
      border: `3px solid ${line(theme)}`,
      margin: '0 auto 4px',
      '& svg': { fontSize: 14 },
    },
    past: {
      '& $dot': {
        borderColor: toneColors(theme, 'ok').ink,
        background: toneColors(theme, 'ok').ink,
        color: theme.palette.background.paper,
      },
    },
    current: {
      color: theme.palette.text.primary,
      fontWeight: 700,
      '& $dot': {
        borderColor: theme.palette.primary.main,
        background: theme.palette.primary.main,
        boxShadow: `0 0 0 4px ${toneColors(theme, 'info').background}`,
      },
    },
    label: {
      display: 'block',
      padding: '0 4px',
      // Seven labels do not fit on a phone: there the summary below the rail says where it is.
      [theme.breakpoints.down('xs')]: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
        whiteSpace: 'nowrap',
      },
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
    phone: {
      display: 'none',
      textAlign: 'center',
      fontWeight: 700,
      fontSize: '0.9rem',
      marginTop: theme.spacing(1),
      [theme.breakpoints.down('xs')]: { display: 'block' },
    },
    unknown: {
      marginTop: theme.spacing(1.5),
      color: mutedInk(theme),
      fontSize: '0.9rem',
      display: 'flex',
      gap: theme.spacing(1),
      flexWrap: 'wrap',
      alignItems: 'center',
    },
  }),
  { name: 'ProductOpsStageRail' },
);

/** The configured stages in order: which are behind, which it is in, which are ahead, and their dates. */
export function StageRail(props: { lifecycle: Lifecycle }) {
  const { current, stages, milestones } = props.lifecycle;
  const classes = useStyles();
  const t = useText();
  const at = current.known
    ? stages.findIndex(stage => stage.id === current.stage)
    : -1;
  const sinceWhen = declaredStageStart(
    current.stage,
    milestones,
    new Date().toISOString(),
  );

  return (
    <div>
      <ol className={classes.rail} aria-label={t('stage.rail')}>
        {stages.map((stage, index) => {
          const past = index < at;
          const isCurrent = index === at;
          const since = isCurrent ? sinceWhen : undefined;
          let state: string = t('stage.future');
          if (past) {
            state = t('stage.past');
          } else if (isCurrent) {
            state = t('stage.current');
          }
          return (
            <li
              key={stage.id}
              aria-current={isCurrent ? 'step' : undefined}
              className={`${classes.stage} ${past ? classes.past : ''} ${
                isCurrent ? classes.current : ''
              }`}
            >
              <span className={classes.dot} aria-hidden>
                {past && <CheckIcon />}
              </span>
              <span className={classes.label}>
                {stage.title}
                <span className={classes.hidden}>, {state}</span>
                {since && (
                  <>
                    <br />
                    {t('stage.since', { date: <OnDate value={since} /> })}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {at >= 0 && (
        <Typography className={classes.phone} aria-hidden>
          {t('stage.position', {
            stage: current.title,
            number: String(at + 1),
            total: String(stages.length),
          })}
        </Typography>
      )}
      {at < 0 && (
        <div className={classes.unknown}>
          <StageTag stage={current} />
          {current.declared
            ? t('stage.unknownLong', {
                stage: current.declared,
                known: stages.map(stage => stage.id).join(', '),
              })
            : t('stage.noneLong')}
        </div>
      )}
    </div>
  );
}
