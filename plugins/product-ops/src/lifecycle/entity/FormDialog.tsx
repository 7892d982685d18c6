import { type FormEvent, type ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { toneColors } from '../../components';
import { useText } from '../../useText';

/** The contract's bound of a reason, and of evidence. */
const MAX_TEXT = 2_000;

const useStyles = makeStyles(
  (theme: Theme) => ({
    problem: {
      border: `1px solid ${toneColors(theme, 'warn').border}`,
      background: toneColors(theme, 'warn').background,
      color: toneColors(theme, 'warn').ink,
      borderRadius: 8,
      padding: theme.spacing(1, 1.5),
      marginTop: theme.spacing(1),
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.92rem',
      overflowWrap: 'anywhere',
      '& a': { color: 'inherit', textDecoration: 'underline' },
    },
    actions: { '& button': { textTransform: 'none' } },
  }),
  { name: 'ProductOpsLifecycleDialog' },
);

/**
 * Asks for a text and whatever else is put into it. It stays open with all that was typed while there is a problem, so
 * that nothing has to be written twice.
 */
export function FormDialog(props: {
  title: string;
  text: ReactNode;
  submit: string;
  /** What the text is called. */
  label: string;
  hint?: string;
  required: boolean;
  /** Whether the rest of the form is filled in. */
  complete?: boolean;
  children?: ReactNode;
  onClose: () => void;
  /** Gives what stands in the way, or nothing when it is done. */
  onSubmit: (text: string) => Promise<ReactNode | undefined>;
}) {
  const { title, submit, label, required, onClose, onSubmit } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const fieldId = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<ReactNode>();
  const [busy, setBusy] = useState(false);
  const complete =
    props.complete !== false && (!required || text.trim() !== '');

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const left = await onSubmit(text.trim());
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
      <form onSubmit={send} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Typography>{props.text}</Typography>
          {props.children}
          <TextField
            id={fieldId}
            label={label}
            helperText={props.hint}
            required={required}
            variant="outlined"
            margin="normal"
            fullWidth
            multiline
            minRows={2}
            value={text}
            inputProps={{ maxLength: MAX_TEXT }}
            onChange={event => setText(event.target.value)}
          />
          <div role="alert">
            {problem && <div className={classes.problem}>{problem}</div>}
          </div>
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose} disabled={busy}>
            {t('lifecycleTab.cancel')}
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
