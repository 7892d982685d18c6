import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLink,
  SavedRoadmapView,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, refusalOf } from '../../api/conflicts';
import { useViewActions } from '../../api/exchangeHooks';
import { useText } from '../../useText';
import { AudienceField } from './AudienceField';

const useStyles = makeStyles(
  (theme: Theme) => ({
    view: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      margin: theme.spacing(1.5, 0),
    },
    field: { flex: '1 1 160px', minWidth: 0 },
    button: { textTransform: 'none' },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'ProductOpsManageViewsDialog' },
);

function ViewFields(props: {
  view: SavedRoadmapView;
  teams: EntityLink[];
  onTold: (text: string) => void;
}) {
  const { view, teams, onTold } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const { patch, remove } = useViewActions();
  const [name, setName] = useState(view.name);
  const [sharedWith, setSharedWith] = useState(view.sharedWith);
  const busy = patch.isPending || remove.isPending;

  async function send(action: () => Promise<unknown>) {
    try {
      await action();
      onTold(t('roadmap.exchange.view.saved'));
    } catch (error) {
      const current = currentOf(error);
      onTold(
        current && current.version !== view.version
          ? t('roadmap.exchange.view.changed')
          : t('roadmap.exchange.view.failed', {
              reason: refusalOf(error).message,
            }),
      );
    }
  }

  return (
    <div className={classes.view} role="group" aria-label={view.name}>
      <TextField
        id={`${id}-name`}
        size="small"
        variant="outlined"
        className={classes.field}
        label={t('roadmap.exchange.view.name')}
        value={name}
        disabled={!view.mine}
        inputProps={{ maxLength: 100 }}
        onChange={event => setName(event.target.value)}
      />
      {view.mine && (
        <>
          <AudienceField
            id={`${id}-audience`}
            className={classes.field}
            teams={teams}
            value={sharedWith}
            onChange={setSharedWith}
          />
          <Button
            className={classes.button}
            color="primary"
            aria-label={t('roadmap.exchange.view.renameOf', {
              name: view.name,
            })}
            disabled={
              busy ||
              !name.trim() ||
              (name === view.name && sharedWith === view.sharedWith)
            }
            onClick={() =>
              send(() =>
                patch.mutateAsync({
                  id: view.id,
                  version: view.version,
                  name,
                  sharedWith,
                }),
              )
            }
          >
            {t('roadmap.exchange.view.rename')}
          </Button>
        </>
      )}
      <Button
        className={classes.button}
        aria-label={t('roadmap.exchange.view.deleteOf', { name: view.name })}
        disabled={busy}
        onClick={() => send(() => remove.mutateAsync(view))}
      >
        {t('roadmap.exchange.view.delete')}
      </Button>
    </div>
  );
}

/** Renames, shares and deletes saved views. */
export function ManageViewsDialog(props: {
  views: SavedRoadmapView[];
  teams: EntityLink[];
  onClose: () => void;
}) {
  const { views, teams, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const [told, setTold] = useState<string>();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('roadmap.exchange.view.manageTitle')}
      </DialogTitle>
      <DialogContent>
        <Typography>{t('roadmap.exchange.view.manageText')}</Typography>
        <div role="status">{told}</div>
        {views.map(view => (
          <ViewFields
            key={`${view.id}/${view.version}`}
            view={view}
            teams={teams}
            onTold={setTold}
          />
        ))}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button className={classes.button} onClick={onClose}>
          {t('roadmap.exchange.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
