import { makeStyles, type Theme } from '@material-ui/core/styles';
import { mutedInk, readableDate, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { MARK_HEIGHT } from './marks';
import type { PlacedSection, Sight } from './model';

const useStyles = makeStyles(
  (theme: Theme) => ({
    mark: {
      position: 'absolute',
      height: MARK_HEIGHT,
      display: 'flex',
      alignItems: 'center',
      gap: 7,
      marginLeft: -6,
      fontSize: '0.76rem',
      whiteSpace: 'nowrap',
      color: mutedInk(theme),
    },
    diamond: {
      width: 9,
      height: 9,
      flex: 'none',
      margin: 2,
      transform: 'rotate(45deg)',
      background: toneColors(theme, 'info').ink,
    },
    ends: { background: toneColors(theme, 'bad').ink },
    words: {
      maxWidth: 210,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
  }),
  { name: 'ProductOpsTimelineMarks' },
);

/** Milestones of items and days of whole groups. */
export function TimelineMarks(props: {
  sections: PlacedSection[];
  sight: Sight;
}) {
  const { sections, sight } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      {sections.flatMap(({ section, marks, marksTop }) =>
        marks
          .filter(({ x }) => x >= sight.left - 220 && x <= sight.right)
          .map(({ id, x, lane, label, day, item, ends, worded }) => {
            const date = readableDate(day);
            const name = item
              ? t('roadmap.plan.timeline.milestone', {
                  name: label,
                  item,
                  date,
                })
              : t('roadmap.plan.timeline.date', {
                  name: label,
                  group: section.title,
                  date,
                });
            return (
              <div
                key={`${section.id}/${id}`}
                role="img"
                aria-label={name}
                title={name}
                className={classes.mark}
                style={{ left: x, top: marksTop + lane * MARK_HEIGHT }}
              >
                <span
                  className={`${classes.diamond} ${ends ? classes.ends : ''}`}
                />
                {worded && <span className={classes.words}>{label}</span>}
              </div>
            );
          }),
      )}
    </>
  );
}
