import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Feedback } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  line,
  mutedInk,
  quietSurface,
  Tag,
  When,
} from '../../components';
import { useText } from '../../useText';
import { VoteButton } from './VoteButton';
import { toneOf } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    row: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.25, 1.5),
      borderTop: `1px solid ${line(theme)}`,
      '&:first-child': { borderTop: 'none' },
    },
    chosen: { background: quietSurface(theme) },
    title: {
      fontWeight: 700,
      fontSize: '0.95rem',
      textAlign: 'left',
      justifyContent: 'flex-start',
      overflowWrap: 'anywhere',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    excerpt: {
      fontSize: '0.88rem',
      overflowWrap: 'anywhere',
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
      color: mutedInk(theme),
      fontSize: '0.82rem',
      '& a': { textDecoration: 'underline' },
    },
  }),
  { name: 'ProductOpsFeedbackRow' },
);

/** A request in a list: its votes, what it is, and what has become of it. */
export function FeedbackRow(props: {
  feedback: Feedback;
  withEntity: boolean;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { feedback, withEntity, chosen, onChoose } = props;
  const { title, excerpt, status, author, entity, at, comments } = feedback;
  const classes = useStyles();
  const t = useText();
  const who = <EntityName entity={author} />;
  const when = <When value={at} />;
  return (
    <li className={`${classes.row} ${chosen ? classes.chosen : ''}`}>
      <VoteButton feedback={feedback} />
      <div>
        <ButtonBase
          className={classes.title}
          aria-expanded={chosen}
          onClick={onChoose}
        >
          {title}
        </ButtonBase>
        {excerpt && <div className={classes.excerpt}>{excerpt}</div>}
        <div className={classes.facts}>
          <Tag tone={toneOf(status)}>
            {t(`roadmap.feedback.statuses.${status}`)}
          </Tag>
          <span>
            {withEntity
              ? t('roadmap.feedback.postedBy', {
                  who,
                  when,
                  entity: <EntityName entity={entity} />,
                })
              : t('roadmap.feedback.postedByHere', { who, when })}
          </span>
          {comments > 0 && (
            <span>{t('roadmap.feedback.comments', { count: comments })}</span>
          )}
        </div>
      </div>
    </li>
  );
}
