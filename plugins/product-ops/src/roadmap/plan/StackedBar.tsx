import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { PlanShare } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, type Tone, toneColors } from '../../components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(90px, 150px) minmax(0, 1fr)',
      gap: theme.spacing(0.25, 1.5),
      alignItems: 'center',
      padding: theme.spacing(0.6, 0),
      fontSize: '0.88rem',
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    bar: {
      display: 'flex',
      gap: 2,
      height: 14,
      borderRadius: 4,
      overflow: 'hidden',
      background: line(theme),
    },
    words: {
      gridColumn: '2',
      color: mutedInk(theme),
      fontSize: '0.8rem',
      [theme.breakpoints.down('xs')]: { gridColumn: '1' },
    },
    ...(Object.fromEntries(
      (['info', 'warn', 'ok', 'bad', 'neutral'] as const).map(tone => [
        tone,
        { background: toneColors(theme, tone).ink },
      ]),
    ) as Record<Tone, { background: string }>),
    // Told apart by more than colour: every second one has stripes.
    striped: {
      backgroundImage:
        'repeating-linear-gradient(135deg, transparent 0 4px, rgba(255, 255, 255, 0.45) 4px 6px)',
    },
  }),
  { name: 'ProductOpsStackedBar' },
);

const TONES: Tone[] = ['info', 'warn', 'ok', 'bad', 'neutral'];

/** Shares of a whole beside each other; the words say what the bar shows. */
export function StackedBar(props: { title: string; shares: PlanShare[] }) {
  const { title, shares } = props;
  const classes = useStyles();
  const shown = shares.filter(({ share }) => share > 0);
  const toneOf = ({ id }: PlanShare, index: number) => {
    switch (id) {
      case 'new':
        return 'info';
      case 'running':
        return 'warn';
      case 'other':
      case 'none':
        return 'neutral';
      default:
        return TONES[index % TONES.length];
    }
  };
  return (
    <li className={classes.root}>
      <span>{title}</span>
      <span className={classes.bar} aria-hidden>
        {shown.map((share, index) => (
          <span
            key={share.id}
            className={`${classes[toneOf(share, index)]} ${
              index % 2 === 1 ? classes.striped : ''
            }`}
            style={{ width: `${share.share * 100}%` }}
          />
        ))}
      </span>
      <span className={classes.words}>
        {shown
          .map(one => `${one.title} ${Math.round(one.share * 100)} %`)
          .join(' · ') || '—'}
      </span>
    </li>
  );
}
