import { useId, useState } from 'react';
import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  AttentionAction,
  EntityLink,
} from '@productops/backstage-plugin-product-ops-common';
import { OutLink, safeUrl, Snippet, useEntityPath } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  { button: { textTransform: 'none' } },
  { name: 'ProductOpsAttentionAction' },
);

/** The button that fixes it: a page, a tab, the source, or the lines to add. */
export function AttentionActionButton(props: {
  action: AttentionAction;
  /** What it is about, so that two buttons with one label can be told apart. */
  about: string;
  entity: EntityLink;
}) {
  const { action, about, entity } = props;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const [open, setOpen] = useState(false);
  const titleId = useId();
  const name = `${action.label}: ${about}`;

  if (action.yaml) {
    const file = action.file ?? 'catalog-info.yaml';
    return (
      <>
        <Button
          variant="outlined"
          color="primary"
          size="small"
          aria-label={name}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {action.label}
        </Button>
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          aria-labelledby={titleId}
          maxWidth="sm"
          fullWidth
        >
          <DialogTitle id={titleId}>{action.label}</DialogTitle>
          <DialogContent>
            <Typography>{about}</Typography>
            <Snippet label={t('common.addTo', { file })} text={action.yaml} />
            {action.href && (
              <Typography>
                <OutLink url={action.href}>{t('common.edit')}</OutLink>
              </Typography>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              color="primary"
              className={classes.button}
              onClick={() => setOpen(false)}
            >
              {t('common.close')}
            </Button>
          </DialogActions>
        </Dialog>
      </>
    );
  }

  const to = action.tab ? path(entity, action.tab) : safeUrl(action.href);
  return to ? (
    <LinkButton
      to={to}
      variant="outlined"
      color="primary"
      size="small"
      aria-label={name}
    >
      {action.label}
    </LinkButton>
  ) : null;
}
