import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import BackIcon from '@material-ui/icons/ChevronLeft';
import ForwardIcon from '@material-ui/icons/ChevronRight';
import type { TimelineZoom } from '@productops/backstage-plugin-product-ops-common';
import { Choice, line } from '../../../components';
import { useText } from '../../../useText';

export const ZOOMS = ['quarters', 'months', 'weeks'] as const;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      justifyContent: 'flex-end',
      marginBottom: theme.spacing(1),
      [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
    },
    steps: {
      display: 'inline-flex',
      alignItems: 'center',
      border: `1px solid ${line(theme)}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      fontSize: '0.88rem',
    },
    plain: { textTransform: 'none', fontWeight: 400 },
  }),
  { name: 'ProductOpsTimelineToolbar' },
);

/** How much of a timeline shows, and which part. */
export function TimelineToolbar(props: {
  zoom: TimelineZoom;
  onZoom: (zoom: TimelineZoom) => void;
  /** A step of the window, back or forward. */
  onStep: (steps: 1 | -1) => void;
  onToday: () => void;
}) {
  const { zoom, onZoom, onStep, onToday } = props;
  const classes = useStyles();
  const t = useText();
  const unit = t(`roadmap.plan.timeline.units.${zoom}`);
  return (
    <div className={classes.root}>
      <Choice
        label={t('roadmap.plan.timeline.zoom')}
        value={zoom}
        options={ZOOMS.map(value => ({
          value,
          label: t(`roadmap.plan.timeline.zooms.${value}`),
        }))}
        onChange={onZoom}
      />
      <span className={classes.steps}>
        <IconButton
          size="small"
          aria-label={t('roadmap.plan.timeline.back', { unit })}
          onClick={() => onStep(-1)}
        >
          <BackIcon />
        </IconButton>
        {unit}
        <IconButton
          size="small"
          aria-label={t('roadmap.plan.timeline.forward', { unit })}
          onClick={() => onStep(1)}
        >
          <ForwardIcon />
        </IconButton>
      </span>
      <Button variant="outlined" className={classes.plain} onClick={onToday}>
        {t('roadmap.plan.timeline.toToday')}
      </Button>
    </div>
  );
}
