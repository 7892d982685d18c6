import { type ReactNode, useId, useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FormDialog, toneColors } from '../../components';

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
  }),
  { name: 'ProductOpsTextDialog' },
);

/** Asks for a text and whatever else is put into it. */
export function TextDialog(props: {
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
  const { label, hint, required, complete = true, onSubmit } = props;
  const classes = useStyles();
  const fieldId = useId();
  const [text, setText] = useState('');
  const typed = text.trim();

  async function send(): Promise<ReactNode | undefined> {
    const problem = await onSubmit(typed);
    return problem && <div className={classes.problem}>{problem}</div>;
  }

  return (
    <FormDialog
      title={props.title}
      text={props.text}
      submit={props.submit}
      complete={complete && (!required || typed !== '')}
      onClose={props.onClose}
      onSubmit={send}
    >
      {props.children}
      <TextField
        id={fieldId}
        label={label}
        helperText={hint}
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
    </FormDialog>
  );
}
