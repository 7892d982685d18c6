import { useEffect, useRef, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    input: {
      width: 235,
      fontSize: '0.9rem',
      background: theme.palette.background.paper,
      [theme.breakpoints.down('xs')]: { width: '100%' },
      '& input': { paddingTop: 9, paddingBottom: 9 },
      // There is a button for it, in all browsers.
      '& input::-webkit-search-cancel-button': { display: 'none' },
    },
  }),
  { name: 'ProductOpsSearchField' },
);

const DEBOUNCE_MS = 300;
/** The contract's bound of `q`. */
const MAX_LENGTH = 200;

/** A text filter that waits until the typing pauses. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter was pressed. */
  onEnter?: () => void;
}) {
  const { label, value, onChange, onEnter } = props;
  const classes = useStyles();
  const t = useText();
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  latest.current = onChange;

  // The address can change under the field: back, a cleared filter.
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    if (typed === told.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      told.current = typed;
      latest.current(typed);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <TextField
      variant="outlined"
      size="small"
      placeholder={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        // What is found belongs to what was typed before the pause.
        if (event.key === 'Enter' && typed === told.current) {
          onEnter?.();
        }
      }}
      inputProps={{ 'aria-label': label, maxLength: MAX_LENGTH }}
      InputProps={{
        type: 'search',
        className: classes.input,
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" aria-hidden />
          </InputAdornment>
        ),
        endAdornment: typed ? (
          <InputAdornment position="end">
            <IconButton
              size="small"
              edge="end"
              aria-label={t('common.clearSearch')}
              onClick={() => setTyped('')}
            >
              <ClearIcon fontSize="small" />
            </IconButton>
          </InputAdornment>
        ) : undefined,
      }}
    />
  );
}
