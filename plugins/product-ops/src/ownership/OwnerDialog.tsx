import { type FormEvent, type ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useText } from '../useText';
import { OwnerField } from './OwnerField';

/** The contract's bound. */
const MAX_REASON = 2_000;

export interface OwnerDialogValues {
  reason: string;
  /** Empty where none is named, or none is asked for. */
  to: string;
}

/**
 * Asks for a reason, and for another owner. It stays open with all that was typed while there is a problem, so that
 * nothing has to be written twice.
 */
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
  const titleId = useId();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  const [problem, setProblem] = useState<ReactNode>();
  const [busy, setBusy] = useState(false);

  const complete =
    (props.reason === 'optional' || reason.trim() !== '') &&
    (props.to !== 'required' || to.trim() !== '');

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const left = await onSubmit({ reason: reason.trim(), to: to.trim() });
    setBusy(false);
    if (left === undefined) {
      onClose();
    } else {
      setProblem(left);
    }
  }

  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={send}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Typography>{text}</Typography>
          {props.to !== 'none' && (
            <OwnerField
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
          <div role="alert">{problem}</div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('ownershipPage.transfers.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy || !complete}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
