import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, mutedInk } from '../../../components';
import { useText } from '../../../useText';
import type { PlacedSection } from './model';
import { type TimelineEntry, uidOf } from './types';
import { nameOf } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    section: {
      position: 'absolute',
      left: 0,
      right: 0,
      boxSizing: 'border-box',
      padding: theme.spacing(1, 1, 0.5, 1.75),
      borderTop: `1px solid ${line(theme)}`,
      fontSize: '0.85rem',
      lineHeight: 1.35,
      overflow: 'clip',
      [theme.breakpoints.down('xs')]: { paddingLeft: theme.spacing(1) },
    },
    // The name of a tall group stays in sight while one scrolls through it.
    name: { position: 'sticky', top: 'calc(var(--head) + 8px)' },
    title: {
      fontWeight: 700,
      // High enough for a finger, like what stands below it.
      lineHeight: '24px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      display: 'block',
      color: theme.palette.text.primary,
      [theme.breakpoints.down('xs')]: { fontSize: '0.8rem' },
    },
    subtitle: {
      color: mutedInk(theme),
      fontSize: '0.78rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    undated: {
      textTransform: 'none',
      fontSize: '0.75rem',
      fontWeight: 400,
      lineHeight: 1.4,
      padding: '1px 6px',
      margin: '0 0 0 -6px',
      minWidth: 0,
      minHeight: 24,
      textDecoration: 'underline',
      color: mutedInk(theme),
    },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(1),
      maxWidth: 'min(420px, 90vw)',
      maxHeight: '50vh',
    },
    item: {
      textTransform: 'none',
      textAlign: 'left',
      justifyContent: 'flex-start',
      fontWeight: 400,
    },
    about: { color: mutedInk(theme), marginLeft: 6 },
  }),
  { name: 'ProductOpsTimelineSide' },
);

/** The items of a group that have no place on the timeline. */
function Undated(props: {
  title: string;
  entries: TimelineEntry[];
  onOpen: (entry: TimelineEntry) => void;
}) {
  const { title, entries, onOpen } = props;
  const classes = useStyles();
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const words = t('roadmap.plan.timeline.undated', { count: entries.length });
  return (
    <>
      <Button
        size="small"
        className={classes.undated}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-label={t('roadmap.plan.timeline.undatedOf', {
          what: words,
          group: title,
        })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {words}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          role: 'dialog',
          'aria-label': t('roadmap.plan.timeline.undatedOf', {
            what: words,
            group: title,
          }),
        }}
      >
        <ul className={classes.list}>
          {entries.map(entry => (
            <li key={uidOf(entry)}>
              <Button
                size="small"
                className={classes.item}
                aria-label={nameOf(entry, t)}
                onClick={() => {
                  setAnchor(undefined);
                  onOpen(entry);
                }}
              >
                <span>
                  {entry.title}
                  <span className={classes.about}>
                    {t(`roadmap.statuses.${entry.status}`)}
                  </span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </Popover>
    </>
  );
}

/** The names of the groups, beside their rows. */
export function TimelineSide(props: {
  sections: PlacedSection[];
  onOpen: (entry: TimelineEntry) => void;
}) {
  const { sections, onOpen } = props;
  const classes = useStyles();
  return (
    <>
      {sections.map(({ section, top, height, undated }) => (
        <div
          key={section.id}
          className={classes.section}
          style={{ top, height }}
        >
          <div className={classes.name}>
            {section.to ? (
              <Link
                to={section.to}
                className={classes.title}
                title={section.title}
              >
                {section.title}
              </Link>
            ) : (
              <span className={classes.title} title={section.title}>
                {section.title}
              </span>
            )}
            {section.subtitle && (
              <div className={classes.subtitle} title={section.subtitle}>
                {section.subtitle}
              </div>
            )}
            {undated.length > 0 && (
              <Undated
                title={section.title}
                entries={undated}
                onOpen={onOpen}
              />
            )}
          </div>
        </div>
      ))}
    </>
  );
}
