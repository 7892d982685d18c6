import { useId } from 'react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import AddIcon from '@material-ui/icons/Add';
import RemoveIcon from '@material-ui/icons/Close';
import { useText } from '../../../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      border: 'none',
      margin: theme.spacing(1.5, 0, 0),
      padding: 0,
      minWidth: 0,
      '& legend': { fontWeight: 700, fontSize: '0.9rem', padding: 0 },
    },
    row: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
      marginTop: theme.spacing(1),
    },
    add: { textTransform: 'none', marginTop: theme.spacing(0.5) },
  }),
  { name: 'ProductOpsRowsField' },
);

/** A list of things of one shape: lines to fill in, to add and to take away. */
export function RowsField<Row extends Record<string, string>>(props: {
  legend: string;
  add: string;
  hint?: string;
  problem?: string;
  rows: Row[];
  columns: Array<{
    name: keyof Row & string;
    label: string;
    /** What can be chosen, where there is a choice; anything else can be written too. */
    options?: Array<{ value: string; label: string }>;
  }>;
  empty: Row;
  onChange: (rows: Row[]) => void;
}) {
  const { legend, hint, problem, rows, columns, empty, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const put = (index: number, name: string, value: string) =>
    onChange(
      rows.map((row, at) => (at === index ? { ...row, [name]: value } : row)),
    );
  return (
    <fieldset className={classes.root} aria-describedby={`${id}help`}>
      <legend>{legend}</legend>
      {columns.map(
        ({ name, options }) =>
          options && (
            <datalist key={name} id={`${id}${name}`}>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </datalist>
          ),
      )}
      {rows.map((row, index) => (
        <div key={index} className={classes.row}>
          {columns.map(({ name, label, options }) => (
            <TextField
              key={name}
              size="small"
              variant="outlined"
              fullWidth
              placeholder={label}
              value={row[name]}
              error={Boolean(problem)}
              inputProps={{
                'aria-label': t('roadmap.editing.form.nth', {
                  what: label,
                  number: String(index + 1),
                }),
                maxLength: 2000,
                ...(options && { list: `${id}${name}` }),
              }}
              onChange={event => put(index, name, event.target.value)}
            />
          ))}
          <IconButton
            size="small"
            aria-label={t('roadmap.editing.form.remove', {
              what: legend,
              number: String(index + 1),
            })}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      <FormHelperText id={`${id}help`} error={Boolean(problem)}>
        {problem ?? hint}
      </FormHelperText>
      <Button
        size="small"
        color="primary"
        className={classes.add}
        startIcon={<AddIcon />}
        onClick={() => onChange([...rows, empty])}
      >
        {props.add}
      </Button>
    </fieldset>
  );
}
