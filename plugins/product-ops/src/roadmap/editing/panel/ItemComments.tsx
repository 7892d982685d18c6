import { type FormEvent, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  RoadmapComment,
  RoadmapItemQuestion,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../../api/conflicts';
import { productOpsApiRef } from '../../../api';
import { useRoadmapComments } from '../../../api/roadmapHooks';
import { useAskAgain } from '../../../api/rooms';
import {
  EntityName,
  line,
  mutedInk,
  toneColors,
  When,
} from '../../../components';
import { LazyMarkdown } from '../../../runbooks/LazyMarkdown';
import { useText } from '../../../useText';
import { MarkdownField } from '../form/MarkdownField';

/** The contract's bound. */
const MAX_COMMENT = 5_000;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    comment: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${line(theme)}`,
      '&:first-child': { borderTop: 'none' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      color: mutedInk(theme),
      fontSize: '0.85rem',
      minHeight: 30,
    },
    remove: { marginLeft: 'auto' },
    quiet: { color: mutedInk(theme), fontSize: '0.85rem' },
    problem: { color: toneColors(theme, 'bad').ink },
  }),
  { name: 'ProductOpsItemComments' },
);

function Comment(props: {
  comment: RoadmapComment;
  onRemove: (comment: RoadmapComment) => void;
}) {
  const { comment, onRemove } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <li className={classes.comment}>
      <div className={classes.head}>
        <EntityName entity={comment.by} />
        <When value={comment.at} />
        {comment.mine && !comment.removed && (
          <Button
            size="small"
            className={classes.remove}
            onClick={() => onRemove(comment)}
          >
            {t('roadmap.editing.comments.remove')}
          </Button>
        )}
      </div>
      {comment.removed || comment.text === undefined ? (
        <div className={classes.quiet}>
          {t('roadmap.editing.comments.removed')}
        </div>
      ) : (
        <LazyMarkdown content={comment.text} />
      )}
    </li>
  );
}

/** What was said about an item, and something to say. */
export function ItemComments(props: {
  question: RoadmapItemQuestion;
  mayComment: boolean;
}) {
  const { question, mayComment } = props;
  const classes = useStyles();
  const t = useText();
  const api = useApi(productOpsApiRef);
  const lookAgain = useAskAgain('roadmap');
  const { data, error, hasNextPage, fetchNextPage } =
    useRoadmapComments(question);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const comments = data?.pages.flatMap(({ items }) => items) ?? [];

  async function attempt(write: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    try {
      await write();
      await lookAgain();
      return true;
    } catch (refused) {
      setProblem(refusalOf(refused).message);
      return false;
    } finally {
      setBusy(false);
    }
  }
  async function add(event: FormEvent) {
    event.preventDefault();
    if (await attempt(() => api.roadmap.addComment(question, { text }))) {
      setText('');
    }
  }
  return (
    <>
      {data && comments.length === 0 && (
        <div className={classes.quiet}>
          {t('roadmap.editing.comments.none')}
        </div>
      )}
      <ul
        className={classes.list}
        aria-label={t('roadmap.editing.comments.title')}
      >
        {comments.map(comment => (
          <Comment
            key={comment.id}
            comment={comment}
            onRemove={({ id }) =>
              attempt(() => api.roadmap.removeComment(question, id))
            }
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" color="primary" onClick={() => fetchNextPage()}>
          {t('roadmap.editing.comments.more')}
        </Button>
      )}
      {mayComment && (
        <form onSubmit={add}>
          <MarkdownField
            label={t('roadmap.editing.comments.label')}
            value={text}
            max={MAX_COMMENT}
            minRows={2}
            onChange={setText}
          />
          <Button
            type="submit"
            variant="outlined"
            color="primary"
            disabled={busy || text.trim() === ''}
          >
            {t('roadmap.editing.comments.add')}
          </Button>
        </form>
      )}
      <div role="alert" className={classes.problem}>
        {problem ?? error?.message}
      </div>
    </>
  );
}
