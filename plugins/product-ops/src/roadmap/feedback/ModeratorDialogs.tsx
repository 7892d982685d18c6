import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import {
  FEEDBACK_STATUSES,
  type Feedback,
  type FeedbackStatus,
} from '@productops/backstage-plugin-product-ops-common';
import {
  useLikeFeedback,
  useMergeFeedback,
  usePatchFeedback,
} from '../../api/feedbackHooks';
import { FormDialog, SearchField } from '../../components';
import { useText } from '../../useText';
import { PickList } from './PickList';
import { useSend } from './useSend';

const MAX_REASON = 2000;
const MAX_ANSWER = 10_000;

/** What every dialog about one request is given. */
export interface DialogProps {
  feedback: Feedback;
  onClose: () => void;
}

/** Decides what becomes of a request. */
export function DecideDialog({ feedback, onClose }: DialogProps) {
  const t = useText();
  const id = useId();
  const patch = usePatchFeedback(feedback.id);
  const send = useSend(feedback);
  const [status, setStatus] = useState<FeedbackStatus>(feedback.status);
  const [reason, setReason] = useState(feedback.reason ?? '');
  const declined = status === 'declined';
  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.decide.title', {
        title: feedback.title,
      })}
      text={t('roadmap.feedback.dialogs.decide.text')}
      submit={t('roadmap.feedback.dialogs.decide.submit')}
      complete={!declined || reason.trim() !== ''}
      onClose={onClose}
      onSubmit={() =>
        send(version =>
          patch.mutateAsync({ version, status, reason: reason.trim() }),
        )
      }
    >
      <TextField
        id={`${id}status`}
        select
        label={t('roadmap.feedback.status')}
        variant="outlined"
        margin="normal"
        fullWidth
        value={status}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        onChange={event => {
          const chosen = FEEDBACK_STATUSES.find(
            one => one === event.target.value,
          );
          setStatus(chosen ?? feedback.status);
        }}
      >
        {FEEDBACK_STATUSES.map(one => (
          <option key={one} value={one}>
            {t(`roadmap.feedback.statuses.${one}`)}
          </option>
        ))}
      </TextField>
      <TextField
        id={`${id}reason`}
        label={t('roadmap.feedback.dialogs.decide.reasonLabel')}
        helperText={t('roadmap.feedback.dialogs.decide.reasonHint')}
        required={declined}
        variant="outlined"
        margin="normal"
        fullWidth
        multiline
        minRows={2}
        value={reason}
        inputProps={{ maxLength: MAX_REASON }}
        onChange={event => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

/** Gives the official answer, or takes it away. */
export function AnswerDialog({ feedback, onClose }: DialogProps) {
  const t = useText();
  const id = useId();
  const patch = usePatchFeedback(feedback.id);
  const send = useSend(feedback);
  const [text, setText] = useState(feedback.answer?.text ?? '');
  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.answer.title', {
        title: feedback.title,
      })}
      text={t('roadmap.feedback.dialogs.answer.text')}
      submit={t('roadmap.feedback.dialogs.answer.submit')}
      complete={text.trim() !== '' || feedback.answer !== undefined}
      onClose={onClose}
      onSubmit={() =>
        send(version =>
          patch.mutateAsync({ version, answer: text.trim() || null }),
        )
      }
    >
      <TextField
        id={`${id}answer`}
        label={t('roadmap.feedback.dialogs.answer.label')}
        helperText={t('roadmap.feedback.dialogs.answer.hint')}
        variant="outlined"
        margin="normal"
        fullWidth
        multiline
        minRows={4}
        value={text}
        inputProps={{ maxLength: MAX_ANSWER }}
        onChange={event => setText(event.target.value)}
      />
    </FormDialog>
  );
}

/** Merges a request into another on the same entity. */
export function MergeDialog({ feedback, onClose }: DialogProps) {
  const t = useText();
  const merge = useMergeFeedback(feedback.id);
  const send = useSend(feedback);
  const [q, setQ] = useState('');
  const [into, setInto] = useState<string>();
  const { data } = useLikeFeedback(
    feedback.entity.ref,
    q ? { q } : { similarTo: feedback.title },
  );
  const picks = (data?.items ?? []).filter(({ id }) => id !== feedback.id);
  const chosen = picks.find(({ id }) => id === into);
  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.merge.title', {
        title: feedback.title,
      })}
      text={t('roadmap.feedback.dialogs.merge.text')}
      submit={t('roadmap.feedback.dialogs.merge.submit')}
      complete={chosen !== undefined}
      onClose={onClose}
      onSubmit={() =>
        send(version => merge.mutateAsync({ version, into: chosen?.id ?? '' }))
      }
    >
      <SearchField
        label={t('roadmap.feedback.dialogs.merge.find')}
        value={q}
        onChange={setQ}
      />
      <PickList
        label={t('roadmap.feedback.dialogs.merge.choose')}
        none={t('roadmap.feedback.dialogs.merge.none')}
        picks={picks.map(({ id, title, votes, status }) => ({
          value: id,
          title,
          hint: `${t('roadmap.feedback.votes', { count: votes })}, ${t(
            `roadmap.feedback.statuses.${status}`,
          )}`,
        }))}
        chosen={chosen?.id}
        onChoose={setInto}
      />
    </FormDialog>
  );
}
