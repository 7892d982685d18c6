import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { distance, Tag } from '../components';
import { useText } from '../useText';
import { cardStyles } from './cardStyles';
import {
  keepsItRunning,
  overdueOf,
  periodOf,
  scoreOf,
  statusTone,
} from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    ...cardStyles(theme),
    title: {
      fontSize: '0.92rem',
      fontWeight: 700,
      lineHeight: 1.35,
      color: theme.palette.text.primary,
    },
    toggle: {
      textTransform: 'none',
      textAlign: 'left',
      padding: 0,
      minWidth: 0,
      fontSize: '0.92rem',
      fontWeight: 700,
      lineHeight: 1.35,
      letterSpacing: 0,
      justifyContent: 'flex-start',
      '&:hover': { textDecoration: 'underline', background: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    head: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      '& > :last-child:not(:first-child)': { flex: 'none' },
    },
  }),
  { name: 'ProductOpsRoadmapItem' },
);

/** One item, short. */
export function RoadmapItemCard(props: {
  item: RoadmapItem;
  /** Where its title leads. */
  to?: string;
  /** Whether the status is said too. */
  withStatus?: boolean;
  /** Shows all that is known of it elsewhere; its title is the button. */
  onOpen?: () => void;
  /** Buttons at its head. */
  actions?: ReactNode;
}) {
  const { item, to, onOpen } = props;
  const classes = useStyles();
  const t = useText();
  const small = [
    item.category,
    periodOf(item, t),
    item.goal && t('roadmap.goal', { goal: item.goal }),
    scoreOf(item, t),
  ].filter(Boolean);
  const overdue = overdueOf(item);
  // Being past its end has a tag of its own; what else there is, is told with the details.
  const others = item.attention.filter(one => one !== overdue).length;
  const status = props.withStatus && (
    <Tag tone={statusTone(item.status)}>
      {t(`roadmap.statuses.${item.status}`)}
    </Tag>
  );
  return (
    <article
      className={`${classes.root} ${
        keepsItRunning(item) ? classes.running : ''
      }`}
    >
      <div className={classes.head}>
        {to && (
          <Link to={to} className={classes.title}>
            {item.title}
          </Link>
        )}
        {!to && onOpen && (
          <Button
            className={classes.toggle}
            aria-haspopup="dialog"
            onClick={onOpen}
            disableRipple
          >
            {item.title}
          </Button>
        )}
        {!to && !onOpen && <span className={classes.title}>{item.title}</span>}
        {!props.actions && status}
        {props.actions}
      </div>
      <div className={classes.small}>{small.join(' · ')}</div>
      <div className={classes.tags}>
        {item.sourceTitle && <Tag>{item.sourceTitle}</Tag>}
        {props.actions && status}
        {overdue && (
          <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
            {t('roadmap.pastEnd', { ago: distance(item.end ?? '') ?? '' })}
          </Tag>
        )}
        {others > 0 && (
          <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
            {t('roadmap.problems', { count: others })}
          </Tag>
        )}
        {item.category && !item.categoryKnown && (
          <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
            {t('roadmap.categoryUnknown')}
          </Tag>
        )}
      </div>
    </article>
  );
}
