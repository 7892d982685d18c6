import { type FormEvent, type ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // A dialog stands outside of the page, which says the same of its buttons.
    actions: {
      padding: theme.spacing(1, 3, 2),
      '& .MuiButton-root': { textTransform: 'none' },
    },
  }),
  { name: 'ProductOpsFormDialog' },
);

/**
 * A dialog with fields. It stays open with all that was typed while there is a problem, so that nothing has to be
 * written twice.
 */
export function FormDialog(props: {
  title: string;
  text: ReactNode;
  submit: string;
  /** Whether the form is filled in as far as it has to be. */
  complete?: boolean;
  children: ReactNode;
  onClose: () => void;
  /** Gives what stands in the way, `false` where the fields say it themselves, or nothing when it is done. */
  onSubmit: () => Promise<ReactNode | undefined>;
}) {
  const { title, text, submit, complete = true, children } = props;
  const { onClose, onSubmit } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const textId = useId();
  const [problem, setProblem] = useState<ReactNode>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const left = await onSubmit();
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
      aria-describedby={textId}
      maxWidth="sm"
      fullWidth
    >
      {/* What is wrong is said in words of ours, beside the field. */}
      <form onSubmit={send} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Typography id={textId}>{text}</Typography>
          {children}
          <div role="alert">{problem}</div>
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose} disabled={busy}>
            {t('common.cancel')}
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
