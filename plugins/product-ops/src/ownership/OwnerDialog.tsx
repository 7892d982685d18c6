import { type ReactNode, useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { FormDialog } from '../components';
import { useText } from '../useText';
import { EntityField } from './EntityField';

/** The contract's bound. */
const MAX_REASON = 2_000;

export interface OwnerDialogValues {
  reason: string;
  /** Empty where none is named, or none is asked for. */
  to: string;
}

/** Asks for a reason, and for another owner. */
export function OwnerDialog(props: {
  title: string;
  text: string;
  submit: string;
  reason: 'required' | 'optional';
  to: 'required' | 'optional' | 'none';
  onClose: () => void;
  /** Gives what stands in the way, or nothing when it is done. */
  onSubmit: (values: OwnerDialogValues) => Promise<ReactNode | undefined>;
}) {
  const { title, text, submit, onClose, onSubmit } = props;
  const t = useText();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');

  const complete =
    (props.reason === 'optional' || reason.trim() !== '') &&
    (props.to !== 'required' || to.trim() !== '');

  return (
    <FormDialog
      title={title}
      text={text}
      submit={submit}
      complete={complete}
      onClose={onClose}
      onSubmit={() => onSubmit({ reason: reason.trim(), to: to.trim() })}
    >
      {props.to !== 'none' && (
        <EntityField
          among="owners"
          hint={t('ownershipPage.transfers.newOwnerHint')}
          label={
            props.to === 'required'
              ? t('ownershipPage.transfers.newOwner')
              : t('ownershipPage.transfers.newOwnerOptional')
          }
          required={props.to === 'required'}
          value={to}
          onChange={setTo}
        />
      )}
      <TextField
        id={`${fieldId}reason`}
        label={
          props.reason === 'required'
            ? t('ownershipPage.transfers.reason')
            : t('ownershipPage.transfers.reasonOptional')
        }
        required={props.reason === 'required'}
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
