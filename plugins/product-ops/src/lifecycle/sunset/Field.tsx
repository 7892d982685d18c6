import { useId } from 'react';
import TextField from '@material-ui/core/TextField';

/** A labelled field of a form: a date, or a text. */
export function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  as: 'date' | 'text';
  required?: boolean;
  hint?: string;
  /** What is wrong with it. */
  problem?: string;
  maxLength?: number;
}) {
  const { as, hint, problem } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      type={as === 'date' ? 'date' : 'text'}
      label={props.label}
      required={props.required}
      error={problem !== undefined}
      helperText={problem ?? hint}
      variant="outlined"
      margin="dense"
      fullWidth
      multiline={as === 'text'}
      minRows={as === 'text' ? 2 : undefined}
      // A date field shows its own format where it is empty.
      InputLabelProps={as === 'date' ? { shrink: true } : undefined}
      inputProps={{ maxLength: props.maxLength }}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
