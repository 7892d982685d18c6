import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  Feedback,
  FeedbackLink,
} from '@productops/backstage-plugin-product-ops-common';
import { isNotFound } from '../../api/errors';
import {
  useFeedback,
  useUndoFeedbackMerge,
  useUnlinkFeedback,
} from '../../api/feedbackHooks';
import {
  EntityName,
  Lines,
  linksInText,
  Missing,
  Muted,
  OnDate,
  Panel,
  Subheading,
  Tag,
  toneColors,
  useEntityPath,
  When,
} from '../../components';
import { LazyMarkdown } from '../../runbooks/LazyMarkdown';
import { useText } from '../../useText';
import { FeedbackActions } from './FeedbackActions';
import { FeedbackComments } from './FeedbackComments';
import { VoteButton } from './VoteButton';
import { refusedWords, toneOf } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    head: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      fontSize: '0.88rem',
      ...linksInText,
    },
    answer: {
      border: `1px solid ${toneColors(theme, 'info').border}`,
      background: toneColors(theme, 'info').background,
      borderRadius: 8,
      padding: theme.spacing(1, 1.5),
      margin: theme.spacing(1.5, 0),
      '& p': { color: theme.palette.text.primary },
    },
    text: { margin: theme.spacing(1.5, 0), overflowWrap: 'anywhere' },
    problem: { color: toneColors(theme, 'bad').ink, fontSize: '0.88rem' },
  }),
  { name: 'ProductOpsFeedbackDetails' },
);

function Answer(props: { answer: NonNullable<Feedback['answer']> }) {
  const { text, by, at } = props.answer;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.answer}>
      <Muted>
        {t('roadmap.feedback.official', { who: <EntityName entity={by} /> })},{' '}
        <When value={at} />
      </Muted>
      <LazyMarkdown content={text} />
    </div>
  );
}

function Linked(props: { feedback: Feedback }) {
  const { id, links, may } = props.feedback;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const unlink = useUnlinkFeedback(id);
  const [problem, setProblem] = useState<string>();

  async function remove({ entity, id: item, source }: FeedbackLink) {
    setProblem(undefined);
    try {
      await unlink.mutateAsync({ entity: entity.ref, item, source });
    } catch (error) {
      setProblem(refusedWords(t, error).words);
    }
  }

  return (
    <div>
      <Subheading>{t('roadmap.feedback.onRoadmap')}</Subheading>
      {links.length === 0 && (
        <Muted>{t('roadmap.feedback.notOnRoadmap')}</Muted>
      )}
      <Lines label={t('roadmap.feedback.onRoadmap')}>
        {links.map(link => (
          <li key={`${link.entity.ref} ${link.source} ${link.id}`}>
            <span>
              <Link
                to={`${path(link.entity, 'roadmap')}?item=${encodeURIComponent(
                  link.id,
                )}`}
              >
                {link.title}
              </Link>{' '}
              <Tag tone={link.status === 'done' ? 'ok' : 'neutral'}>
                {t(`roadmap.statuses.${link.status}`)}
              </Tag>{' '}
              {link.end &&
                t('roadmap.until', { date: <OnDate value={link.end} /> })}
              {link.archived && ` (${t('roadmap.feedback.archivedItem')})`}
            </span>
            {may.moderate && (
              <Button
                size="small"
                aria-label={t('roadmap.feedback.unlinkOf', {
                  title: link.title,
                })}
                onClick={() => remove(link)}
              >
                {t('roadmap.feedback.unlink')}
              </Button>
            )}
          </li>
        ))}
      </Lines>
      <div role="alert" className={classes.problem}>
        {problem}
      </div>
    </div>
  );
}

function Merged(props: { feedback: Feedback; onShow: (id: string) => void }) {
  const { feedback, onShow } = props;
  const { id, merged, mergedInto, mergedFrom = [], may } = feedback;
  const classes = useStyles();
  const t = useText();
  const undo = useUndoFeedbackMerge();
  const [problem, setProblem] = useState<string>();

  async function part(which: string) {
    setProblem(undefined);
    try {
      await undo.mutateAsync(which);
    } catch (error) {
      setProblem(refusedWords(t, error).words);
    }
  }
  const partButton = (which: string, title: string) =>
    may.moderate && (
      <Button
        size="small"
        aria-label={t('roadmap.feedback.partOf', { title })}
        onClick={() => part(which)}
      >
        {t('roadmap.feedback.part')}
      </Button>
    );
  const show = (which: string, title: string) => (
    <Button size="small" color="primary" onClick={() => onShow(which)}>
      {title}
    </Button>
  );

  return (
    <>
      {merged && (
        <p role="note">
          {mergedInto
            ? t('roadmap.feedback.mergedNote', {
                other: show(mergedInto.id, mergedInto.title),
              })
            : t('roadmap.feedback.mergedNoteHidden')}{' '}
          {partButton(id, feedback.title)}
        </p>
      )}
      {mergedFrom.length > 0 && (
        <>
          <Subheading>{t('roadmap.feedback.mergedFrom')}</Subheading>
          <Lines label={t('roadmap.feedback.mergedFrom')}>
            {mergedFrom.map(other => (
              <li key={other.id}>
                {show(other.id, other.title)}
                {partButton(other.id, other.title)}
              </li>
            ))}
          </Lines>
        </>
      )}
      <div role="alert" className={classes.problem}>
        {problem}
      </div>
    </>
  );
}

/** All of a request: the official answer first, then what was asked, what answers it, and what people say. */
export function FeedbackDetails(props: {
  id: string;
  onShow: (id: string) => void;
}) {
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useFeedback(props.id);
  if (!data) {
    return isNotFound(error) ? (
      <Panel title={t('roadmap.feedback.details')}>
        {t('roadmap.feedback.gone')}
      </Panel>
    ) : (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('roadmap.feedback.what')}
        rows={[320]}
      />
    );
  }
  const { title, text, status, reason, answer, author, entity } = data;
  return (
    <Panel title={title || t('roadmap.feedback.details')}>
      <div className={classes.head}>
        <VoteButton feedback={data} />
        <div>
          <Tag tone={toneOf(status)}>
            {t(`roadmap.feedback.statuses.${status}`)}
          </Tag>
          <Muted>
            {t('roadmap.feedback.postedBy', {
              who: <EntityName entity={author} />,
              entity: <EntityName entity={entity} />,
              when: <When value={data.at} />,
            })}
            {data.editedAt && (
              <>
                {', '}
                {t('roadmap.feedback.edited', {
                  when: <When value={data.editedAt} />,
                })}
              </>
            )}
          </Muted>
          {reason && <div>{t('roadmap.feedback.reason', { reason })}</div>}
        </div>
      </div>
      {data.withdrawn && (
        <p role="note">{t('roadmap.feedback.withdrawnNote')}</p>
      )}
      {answer && <Answer answer={answer} />}
      {text && (
        <div className={classes.text}>
          <LazyMarkdown content={text} />
        </div>
      )}
      <FeedbackActions feedback={data} />
      <Merged feedback={data} onShow={props.onShow} />
      <Linked feedback={data} />
      <FeedbackComments feedback={data} />
    </Panel>
  );
}
