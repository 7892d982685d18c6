import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import { currentOf, refusalOf } from '../../api/conflicts';
import { useReview } from '../../api/reviewsHooks';
import { useNewId } from '../../api/useRequestKey';
import { FormDialog } from '../../components';
import { useText } from '../../useText';

/** Asks somebody who vouches for a runbook for a note. */
export function ReviewDialog(props: {
  entityRef: string;
  runbook: Pick<Runbook, 'id' | 'title' | 'version'>;
  onClose: () => void;
}) {
  const { entityRef, runbook, onClose } = props;
  const t = useText();
  const id = useId();
  const review = useReview(entityRef, runbook.id);
  const [note, setNote] = useState('');
  // What was read when the dialog was opened, whatever the page gets to know meanwhile.
  const [version] = useState(runbook.version);
  const idOf = useNewId();

  async function send() {
    const body = { version, ...(note.trim() && { note: note.trim() }) };
    try {
      await review.mutateAsync({ ...body, id: idOf(body) });
      return undefined;
    } catch (error) {
      return currentOf(error)
        ? t('runbooks.reviews.dialog.changed')
        : `${t('runbooks.reviews.dialog.failed')}: ${refusalOf(error).message}`;
    }
  }

  return (
    <FormDialog
      title={t('runbooks.reviews.dialog.title', { title: runbook.title })}
      text={t('runbooks.reviews.dialog.text')}
      submit={t('runbooks.reviews.dialog.submit')}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        id={`${id}note`}
        label={t('runbooks.reviews.dialog.note')}
        variant="outlined"
        margin="dense"
        fullWidth
        multiline
        minRows={2}
        value={note}
        inputProps={{ maxLength: 4000 }}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
