import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type {
  EntityLink,
  Feedback,
} from '@productops/backstage-plugin-product-ops-common';
import {
  useLikeFeedback,
  usePatchFeedback,
  usePostFeedback,
} from '../../api/feedbackHooks';
import { useRequestKey } from '../../api/useRequestKey';
import { FormDialog, Muted } from '../../components';
import { useText } from '../../useText';
import { useSend } from './useSend';
import { useSettled } from './useSettled';
import { VoteButton } from './VoteButton';
import { refusedWords } from './words';

/** The contract's bounds. */
const MAX_TITLE = 200;
const MAX_TEXT = 10_000;

function Fields(props: {
  title: string;
  text: string;
  hint: string;
  onTitle: (title: string) => void;
  onText: (text: string) => void;
}) {
  const { title, text, hint, onTitle, onText } = props;
  const t = useText();
  const id = useId();
  return (
    <>
      <TextField
        id={`${id}title`}
        label={t('roadmap.feedback.dialogs.post.titleLabel')}
        required
        variant="outlined"
        margin="normal"
        fullWidth
        value={title}
        inputProps={{ maxLength: MAX_TITLE, autoComplete: 'off' }}
        onChange={event => onTitle(event.target.value)}
      />
      <TextField
        id={`${id}text`}
        label={t('roadmap.feedback.dialogs.post.textLabel')}
        helperText={hint}
        variant="outlined"
        margin="normal"
        fullWidth
        multiline
        minRows={3}
        value={text}
        inputProps={{ maxLength: MAX_TEXT }}
        onChange={event => onText(event.target.value)}
      />
    </>
  );
}

/** What is like what somebody is about to post, to vote for it instead. */
function Similar(props: { entity: EntityLink; title: string }) {
  const { entity, title } = props;
  const t = useText();
  const { data } = useLikeFeedback(entity.ref, {
    similarTo: useSettled(title),
  });
  if (title.trim() === '' || !data) {
    return null;
  }
  if (data.items.length === 0) {
    return <Muted>{t('roadmap.feedback.dialogs.post.noneSimilar')}</Muted>;
  }
  return (
    <div>
      <Muted>{t('roadmap.feedback.dialogs.post.similar')}</Muted>
      <ul aria-label={t('roadmap.feedback.dialogs.post.similar')}>
        {data.items.slice(0, 4).map(feedback => (
          <li key={feedback.id} style={{ display: 'flex', gap: 12 }}>
            <VoteButton feedback={feedback} />
            <span>
              {feedback.title}{' '}
              <Muted>{t(`roadmap.feedback.statuses.${feedback.status}`)}</Muted>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Asks for what somebody misses, and first whether others have asked for the same. */
export function PostDialog(props: {
  entity: EntityLink;
  onClose: () => void;
  onPosted: (feedback: Feedback) => void;
}) {
  const { entity, onClose, onPosted } = props;
  const t = useText();
  const post = usePostFeedback(entity.ref);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const keyOf = useRequestKey();

  async function send() {
    const body = { title: title.trim(), text };
    try {
      onPosted(await post.mutateAsync({ ...body, key: keyOf(body) }));
      return undefined;
    } catch (error) {
      return refusedWords(t, error).words;
    }
  }

  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.post.title', { entity: entity.title })}
      text={t('roadmap.feedback.dialogs.post.text')}
      submit={t('roadmap.feedback.dialogs.post.submit')}
      complete={title.trim() !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <Fields
        title={title}
        text={text}
        hint={t('roadmap.feedback.dialogs.post.textHint', {
          entity: entity.title,
        })}
        onTitle={setTitle}
        onText={setText}
      />
      <Similar entity={entity} title={title} />
    </FormDialog>
  );
}

/** Changes what one has posted. */
export function EditDialog(props: { feedback: Feedback; onClose: () => void }) {
  const { feedback, onClose } = props;
  const t = useText();
  const patch = usePatchFeedback(feedback.id);
  const send = useSend(feedback);
  const [title, setTitle] = useState(feedback.title);
  const [text, setText] = useState(feedback.text ?? '');
  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.edit.title')}
      text={t('roadmap.feedback.dialogs.edit.text')}
      submit={t('roadmap.feedback.dialogs.edit.submit')}
      complete={title.trim() !== ''}
      onClose={onClose}
      onSubmit={() =>
        send(version =>
          patch.mutateAsync({ version, title: title.trim(), text }),
        )
      }
    >
      <Fields
        title={title}
        text={text}
        hint={t('roadmap.feedback.dialogs.post.textHint', {
          entity: feedback.entity.title,
        })}
        onTitle={setTitle}
        onText={setText}
      />
    </FormDialog>
  );
}

/** Takes back what one has posted. */
export function WithdrawDialog(props: {
  feedback: Feedback;
  onClose: () => void;
}) {
  const { feedback, onClose } = props;
  const t = useText();
  const patch = usePatchFeedback(feedback.id);
  const send = useSend(feedback);
  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.withdraw.title')}
      text={t('roadmap.feedback.dialogs.withdraw.text')}
      submit={t('roadmap.feedback.dialogs.withdraw.submit')}
      onClose={onClose}
      onSubmit={() =>
        send(version => patch.mutateAsync({ version, withdrawn: true }))
      }
    >
      {null}
    </FormDialog>
  );
}
