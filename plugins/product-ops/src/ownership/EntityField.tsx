import { type KeyboardEvent, useId, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useOwnershipSearch } from '../api/ownershipHooks';
import { line, mutedInk, quietSurface } from '../components';
import { useText } from '../useText';

/** The contract's bound. */
const MAX_REF = 255;
const MOST_SHOWN = 8;
const OWNERS = ['group', 'user'];

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { position: 'relative' },
    found: {
      listStyle: 'none',
      margin: 0,
      padding: 4,
      border: `1px solid ${line(theme)}`,
      '& li': {
        padding: theme.spacing(0.75, 1.25),
        borderRadius: 4,
        cursor: 'pointer',
        overflowWrap: 'anywhere',
      },
      '& li:hover, & li[aria-selected="true"]': {
        background: quietSurface(theme),
      },
    },
    ref: { color: mutedInk(theme), fontSize: '0.8rem' },
  }),
  { name: 'ProductOpsEntityField' },
);

/** Names an entity that owns, or is owned: found by name, or written as a ref. */
export function EntityField(props: {
  label: string;
  required: boolean;
  /** What is written, or the ref of what was chosen. */
  value: string;
  /** Teams and people, or what they own. */
  among: 'owners' | 'owned';
  /** What is to be written, or what is wrong with it. */
  hint: string;
  error?: boolean;
  onChange: (value: string) => void;
}) {
  const { label, required, value, among, error, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { data } = useOwnershipSearch({ q: open ? value : '' });
  const found =
    open && value.trim() !== ''
      ? (data?.items ?? [])
          .map(({ entity }) => entity)
          .filter(({ kind }) => OWNERS.includes(kind) === (among === 'owners'))
          .slice(0, MOST_SHOWN)
      : [];

  function choose(ref: string) {
    onChange(ref);
    setOpen(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (found.length === 0) {
      return;
    }
    if (step) {
      event.preventDefault();
      setActive(
        (Math.max(active, step < 0 ? 0 : -1) + step + found.length) %
          found.length,
      );
    } else if (event.key === 'Enter' && found[active]) {
      event.preventDefault();
      choose(found[active].ref);
    } else if (event.key === 'Escape') {
      // The list closes, the dialog stays.
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    }
  }

  return (
    <div className={classes.root}>
      <TextField
        id={`${id}to`}
        label={label}
        helperText={props.hint}
        error={error}
        required={required}
        variant="outlined"
        margin="normal"
        fullWidth
        value={value}
        inputProps={{
          maxLength: MAX_REF,
          spellCheck: false,
          autoCapitalize: 'none',
          autoComplete: 'off',
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': found.length > 0,
          'aria-controls': `${id}found`,
          ...(found[active] && {
            'aria-activedescendant': `${id}found${active}`,
          }),
        }}
        onChange={event => {
          setOpen(true);
          setActive(-1);
          onChange(event.target.value);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 && (
        <Paper
          id={`${id}found`}
          component="ul"
          role="listbox"
          aria-label={t(`ownershipPage.found.${among}`)}
          elevation={0}
          className={classes.found}
        >
          {found.map((entity, index) => (
            <li
              key={entity.ref}
              id={`${id}found${index}`}
              role="option"
              aria-selected={index === active}
              // The field keeps the focus, so that its list is not gone before the click.
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(entity.ref)}
              onKeyDown={onKeyDown}
            >
              {entity.title}
              <div className={classes.ref}>{entity.ref}</div>
            </li>
          ))}
        </Paper>
      )}
    </div>
  );
}
