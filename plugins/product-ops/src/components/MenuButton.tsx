import { type ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { line } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    button: {
      textTransform: 'none',
      fontWeight: 400,
      background: theme.palette.background.paper,
      borderColor: line(theme),
    },
    paper: { maxWidth: 'min(380px, 94vw)', maxHeight: '70vh' },
  }),
  { name: 'ProductOpsMenuButton' },
);

/** A button that opens a menu; what is chosen closes it. */
export function MenuButton(props: {
  label: string;
  icon?: ReactNode;
  onOpen?: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  return (
    <>
      <Button
        variant="outlined"
        className={classes.button}
        startIcon={props.icon}
        endIcon={<ExpandIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        onClick={event => {
          setAnchor(event.currentTarget);
          props.onOpen?.();
        }}
      >
        {props.label}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={close}
        MenuListProps={{ id, 'aria-label': props.label }}
        PaperProps={{ className: classes.paper }}
      >
        {props.children(close)}
      </Menu>
    </>
  );
}
