import { type FormEvent, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import type { Feedback } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import {
  useAddFeedbackComment,
  useFeedbackComments,
  useRemoveFeedbackComment,
} from '../../api/feedbackHooks';
import {
  EntityName,
  line,
  Missing,
  Muted,
  readableMoment,
  Subheading,
  toneColors,
  When,
} from '../../components';
import { LazyMarkdown } from '../../runbooks/LazyMarkdown';
import { useText } from '../../useText';

/** The contract's bound of a comment. */
const MAX_TEXT = 5000;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& li': {
        borderTop: `1px solid ${line(theme)}`,
        padding: theme.spacing(1, 0),
        overflowWrap: 'anywhere',
      },
      '& li:first-child': { borderTop: 'none' },
    },
    problem: { color: toneColors(theme, 'bad').ink, fontSize: '0.88rem' },
  }),
  { name: 'ProductOpsFeedbackComments' },
);

/** What people say about a request, and the field to say something. */
export function FeedbackComments(props: { feedback: Feedback }) {
  const { id, may } = props.feedback;
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useFeedbackComments(id);
  const add = useAddFeedbackComment(id);
  const remove = useRemoveFeedbackComment(id);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  async function keep(write: () => Promise<unknown>) {
    setProblem(undefined);
    try {
      await write();
    } catch (refused) {
      setProblem(
        `${t('roadmap.feedback.commentFailed')}: ${refusalOf(refused).message}`,
      );
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    return keep(async () => {
      await add.mutateAsync(text.trim());
      setText('');
    });
  };

  return (
    <div>
      <Subheading>{t('roadmap.feedback.commentsTitle')}</Subheading>
      {!data && (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('roadmap.feedback.commentsTitle')}
          rows={[40]}
        />
      )}
      {data?.items.length === 0 && (
        <Muted>{t('roadmap.feedback.noComments')}</Muted>
      )}
      <ul
        className={classes.list}
        aria-label={t('roadmap.feedback.commentsTitle')}
      >
        {data?.items.map(comment => (
          <li key={comment.id}>
            <Muted>
              <EntityName entity={comment.by} />, <When value={comment.at} />{' '}
              {comment.mine && !comment.removed && (
                <Button
                  size="small"
                  aria-label={t('roadmap.feedback.removeCommentOf', {
                    when: readableMoment(comment.at),
                  })}
                  onClick={() => keep(() => remove.mutateAsync(comment.id))}
                >
                  {t('roadmap.feedback.removeComment')}
                </Button>
              )}
            </Muted>
            {comment.removed ? (
              <Muted>{t('roadmap.feedback.removedComment')}</Muted>
            ) : (
              <LazyMarkdown content={comment.text ?? ''} />
            )}
          </li>
        ))}
      </ul>
      {may.comment && (
        <form onSubmit={send}>
          <TextField
            id={`comment-${id}`}
            label={t('roadmap.feedback.commentLabel')}
            helperText={t('roadmap.feedback.commentHint')}
            variant="outlined"
            size="small"
            margin="dense"
            fullWidth
            multiline
            minRows={2}
            value={text}
            inputProps={{ maxLength: MAX_TEXT }}
            onChange={event => setText(event.target.value)}
          />
          <Button
            type="submit"
            variant="outlined"
            color="primary"
            disabled={!text.trim() || add.isPending}
          >
            {t('roadmap.feedback.comment')}
          </Button>
        </form>
      )}
      <div role="alert" className={classes.problem}>
        {problem}
      </div>
    </div>
  );
}
