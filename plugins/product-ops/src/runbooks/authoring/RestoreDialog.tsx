import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type { WrittenRunbook } from '@productops/backstage-plugin-product-ops-common';
import { useChangeRunbook } from '../../api/authoringHooks';
import { refusalOf } from '../../api/conflicts';
import { FormDialog } from '../../components';
import { useText } from '../../useText';

/** Puts the text of an earlier version in force again. */
export function RestoreDialog(props: {
  entityRef: string;
  written: WrittenRunbook;
  number: number;
  onClose: () => void;
  onRestored: () => void;
}) {
  const { entityRef, written, number, onClose, onRestored } = props;
  const t = useText();
  const id = useId();
  const change = useChangeRunbook(entityRef, written.id);
  const [note, setNote] = useState('');

  async function restore() {
    try {
      await change.mutateAsync({
        version: written.version,
        restores: number,
        ...(note.trim() && { note: note.trim() }),
      });
      onRestored();
      return undefined;
    } catch (error) {
      return `${t('runbooks.authoring.failed')}: ${refusalOf(error).message}`;
    }
  }

  return (
    <FormDialog
      title={t('runbooks.authoring.list.restoreTitle', {
        number: String(number),
      })}
      text={t('runbooks.authoring.list.restoreText')}
      submit={t('runbooks.authoring.list.restore')}
      onClose={onClose}
      onSubmit={restore}
    >
      <TextField
        id={id}
        label={`${t('runbooks.authoring.editor.note')} (${t(
          'runbooks.authoring.editor.optional',
        )})`}
        variant="outlined"
        margin="dense"
        fullWidth
        value={note}
        inputProps={{ maxLength: 500, autoComplete: 'off' }}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
