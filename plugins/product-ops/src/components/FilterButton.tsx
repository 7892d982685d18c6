import { type ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Popover from '@material-ui/core/Popover';
import TextField from '@material-ui/core/TextField';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { useText } from '../useText';
import { line, mutedInk } from './tones';

/** From how many options on a list gets its own search. */
const SEARCHABLE = 9;

const useStyles = makeStyles(
  (theme: Theme) => ({
    button: {
      textTransform: 'none',
      fontWeight: 400,
      maxWidth: '100%',
      background: theme.palette.background.paper,
      borderColor: line(theme),
      '& .MuiButton-label': { overflow: 'hidden' },
    },
    active: { borderColor: theme.palette.primary.main },
    label: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      '& strong': { fontWeight: 700 },
    },
    paper: {
      padding: theme.spacing(1.5, 2),
      minWidth: 220,
      maxWidth: 'min(360px, 90vw)',
      maxHeight: '60vh',
    },
    option: { marginRight: 0 },
    count: { color: mutedInk(theme), marginLeft: 6 },
  }),
  { name: 'ProductOpsFilterButton' },
);

export interface FilterOption {
  value: string;
  label: string;
  count?: number;
}

function summary(
  options: FilterOption[],
  selected: string[],
  whenNone: string,
): string {
  if (selected.length === 0) {
    return whenNone;
  }
  const first =
    options.find(option => option.value === selected[0])?.label ?? selected[0];
  return selected.length > 1 ? `${first} +${selected.length - 1}` : first;
}

/** One filter: a button that says what is chosen, and opens the choices with what each would give. */
export function FilterButton(props: {
  label: string;
  options: FilterOption[];
  selected: string[];
  /** What the button says when nothing is chosen; `any` when left out. */
  whenNone?: string;
  onChange: (selected: string[]) => void;
  footer?: ReactNode;
  /** Choices may be fetched only when somebody wants to see them. */
  onOpen?: () => void;
}) {
  const { label, options, selected, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [find, setFind] = useState('');
  const dialogId = useId();

  const counted = options.some(option => option.count !== undefined);
  // What is chosen stays choosable when the other filters leave none of it.
  const all = [
    ...options,
    ...selected
      .filter(value => !options.some(option => option.value === value))
      .map(value => ({ value, label: value, ...(counted && { count: 0 }) })),
  ];
  const shown = all.filter(option =>
    option.label.toLocaleLowerCase().includes(find.toLocaleLowerCase()),
  );

  return (
    <>
      <Button
        variant="outlined"
        className={`${classes.button} ${selected.length ? classes.active : ''}`}
        endIcon={<ExpandIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? dialogId : undefined}
        onClick={event => {
          setAnchor(event.currentTarget);
          props.onOpen?.();
        }}
      >
        <span className={classes.label}>
          {label}:{' '}
          <strong>
            {summary(all, selected, props.whenNone ?? t('common.any'))}
          </strong>
        </span>
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          id: dialogId,
          'aria-label': label,
        }}
      >
        {props.footer}
        {all.length >= SEARCHABLE && (
          <TextField
            size="small"
            variant="outlined"
            fullWidth
            value={find}
            placeholder={t('common.filterOptions', { what: label })}
            inputProps={{
              'aria-label': t('common.filterOptions', { what: label }),
            }}
            onChange={event => setFind(event.target.value)}
          />
        )}
        <FormGroup>
          {shown.map(option => (
            <FormControlLabel
              key={option.value}
              className={classes.option}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={selected.includes(option.value)}
                  onChange={(_, checked) =>
                    onChange(
                      checked
                        ? [...selected, option.value]
                        : selected.filter(value => value !== option.value),
                    )
                  }
                />
              }
              label={
                <>
                  {option.label}
                  {option.count !== undefined && (
                    <span className={classes.count}>{option.count}</span>
                  )}
                </>
              }
            />
          ))}
          {shown.length === 0 && t('common.none')}
        </FormGroup>
      </Popover>
    </>
  );
}

/** A filter of which one choice holds at a time: the latest that was made. */
export function OneFilterButton(
  props: Omit<
    Parameters<typeof FilterButton>[0],
    'selected' | 'onChange' | 'footer'
  > & {
    selected: string | undefined;
    onChange: (selected: string | undefined) => void;
  },
) {
  const { selected, onChange, ...rest } = props;
  return (
    <FilterButton
      {...rest}
      selected={selected ? [selected] : []}
      onChange={values => onChange(values.at(-1))}
    />
  );
}
