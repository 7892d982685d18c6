import TextField from '@material-ui/core/TextField';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    input: {
      fontSize: '0.9rem',
      background: theme.palette.background.paper,
      '& select': { paddingTop: 9, paddingBottom: 9 },
    },
  }),
  { name: 'ProductOpsSortField' },
);

/** The order of a list, in words. */
export function SortField<T extends string>(props: {
  /** What is chosen here; the order when left out. */
  label?: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: string) => void;
}) {
  const classes = useStyles();
  const t = useText();
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      SelectProps={{ native: true }}
      InputProps={{ className: classes.input }}
      inputProps={{ 'aria-label': props.label ?? t('common.sortBy') }}
    >
      {props.options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
