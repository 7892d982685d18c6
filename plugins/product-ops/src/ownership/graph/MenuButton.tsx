import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { line } from '../../components';

const useStyles = makeStyles(
  (theme: Theme) => ({
    button: {
      textTransform: 'none',
      fontWeight: 400,
      background: theme.palette.background.paper,
      borderColor: line(theme),
    },
  }),
  { name: 'ProductOpsMenuButton' },
);

/** A button that opens a few things to choose from. */
export function MenuButton<T extends string>(props: {
  label: string;
  options: { value: T; label: string }[];
  /** The one that holds now, where one does. */
  value?: T;
  onChoose: (value: T) => void;
}) {
  const { label, options, value } = props;
  const classes = useStyles();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Button
        variant="outlined"
        className={classes.button}
        endIcon={<ExpandIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ id, 'aria-label': label }}
      >
        {options.map(option => (
          <MenuItem
            key={option.value}
            selected={option.value === value}
            role={value === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={
              value === undefined ? undefined : option.value === value
            }
            onClick={() => {
              setAnchor(undefined);
              props.onChoose(option.value);
            }}
          >
            {option.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
