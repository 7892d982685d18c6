import { makeStyles, type Theme } from '@material-ui/core/styles';
import AheadIcon from '@material-ui/icons/RadioButtonUnchecked';
import CurrentIcon from '@material-ui/icons/Adjust';
import PastIcon from '@material-ui/icons/CheckCircle';
import type { EntityLifecycle } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, OnDate, toneColors } from '../../components';
import { useText } from '../../useText';

const ICON = 22;

const useStyles = makeStyles(
  (theme: Theme) => ({
    rail: {
      listStyle: 'none',
      margin: theme.spacing(2, 0, 0),
      padding: 0,
      display: 'flex',
      [theme.breakpoints.down('sm')]: { display: 'block' },
    },
    stage: {
      flex: '1 1 0',
      minWidth: 0,
      position: 'relative',
      textAlign: 'center',
      color: mutedInk(theme),
      fontSize: '0.82rem',
      '& svg': {
        display: 'block',
        fontSize: ICON,
        margin: '0 auto 4px',
      },
      // The line to the next stage; the last one has none.
      '&:not(:last-child)::after': {
        content: '""',
        position: 'absolute',
        top: ICON / 2 - 1,
        left: `calc(50% + ${ICON / 2}px)`,
        right: `calc(-50% + ${ICON / 2}px)`,
        height: 2,
        background: line(theme),
      },
      // One below the other, where they do not fit side by side.
      [theme.breakpoints.down('sm')]: {
        textAlign: 'left',
        padding: theme.spacing(0, 0, 1.25, 4),
        minHeight: ICON,
        fontSize: '0.9rem',
        '& svg': { position: 'absolute', left: 0, top: 0, margin: 0 },
        '&:not(:last-child)::after': {
          top: ICON,
          bottom: 0,
          left: ICON / 2 - 1,
          right: 'auto',
          width: 2,
          height: 'auto',
        },
      },
    },
    past: { '& svg': { color: toneColors(theme, 'ok').ink } },
    current: {
      color: theme.palette.text.primary,
      '& svg': { color: toneColors(theme, 'info').ink },
    },
    title: {
      display: 'block',
      padding: '0 4px',
      [theme.breakpoints.down('sm')]: { padding: 0 },
    },
    now: { fontWeight: 700 },
    line: {
      display: 'block',
      padding: '0 4px',
      [theme.breakpoints.down('sm')]: {
        display: 'inline-block',
        padding: 0,
        marginRight: theme.spacing(1),
      },
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'ProductOpsLifeRail' },
);

const ICONS = { past: PastIcon, current: CurrentIcon, ahead: AheadIcon };

/** Every configured stage in order: where it is, since when, and how long it stayed in each. */
export function LifeRail(props: { rail: EntityLifecycle['rail'] }) {
  const classes = useStyles();
  const t = useText();
  const words = {
    past: t('stage.past'),
    current: t('stage.current'),
    ahead: t('stage.future'),
  };
  return (
    <ol className={classes.rail} aria-label={t('stage.rail')}>
      {props.rail.map(({ id, title, state, since, atLeast, days }) => {
        // Told apart by what happened, not by the order alone: a stage may have been left out.
        const Icon = ICONS[state === 'past' && !since ? 'ahead' : state];
        return (
          <li
            key={id}
            aria-current={state === 'current' ? 'step' : undefined}
            className={`${classes.stage} ${
              state === 'past' && since ? classes.past : ''
            } ${state === 'current' ? classes.current : ''}`}
          >
            <Icon aria-hidden />
            <span
              className={`${classes.title} ${
                state === 'current' ? classes.now : ''
              }`}
            >
              {title}
              <span className={classes.hidden}>, {words[state]}</span>
            </span>
            {since && (
              <span className={classes.line}>
                {t(
                  atLeast
                    ? 'lifecycleTab.enteredBefore'
                    : 'lifecycleTab.entered',
                  { date: <OnDate value={since} /> },
                )}
              </span>
            )}{' '}
            {days !== undefined && !(atLeast && days === 0) && (
              <span className={classes.line}>
                {t('lifecycleTab.inAll', {
                  days:
                    days === 0
                      ? t('lifecycleTab.lessThanADay')
                      : t(
                          atLeast
                            ? 'lifecycleTab.atLeastDays'
                            : 'lifecycleTab.days',
                          { count: days },
                        ),
                })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
