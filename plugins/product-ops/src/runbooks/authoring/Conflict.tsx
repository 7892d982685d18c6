import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { Muted, Panel, When } from '../../components';
import { useText } from '../../useText';
import { Difference } from './Difference';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      marginBottom: theme.spacing(2),
      '& .MuiButton-root': { textTransform: 'none' },
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0, 1),
    },
  }),
  { name: 'ProductOpsEditorConflict' },
);

/** What somebody else has saved meanwhile. */
export interface Saved {
  text: string;
  version: string;
  removed: boolean;
  by: string;
  at: string;
}

/** Two people wrote at once: how the texts differ, and whose goes on. Nothing is decided for anybody. */
export function Conflict(props: {
  mine: string;
  saved: Saved;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onBringBack: () => void;
}) {
  const { mine, saved, busy } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <div role="alert" className={classes.root}>
      <Panel title={t('runbooks.authoring.conflict.title')}>
        <p>
          {t('runbooks.authoring.conflict.text', { who: saved.by })}
          <When value={saved.at} />.
        </p>
        <Difference before={saved.text} after={mine} />
        <div className={classes.actions}>
          {saved.removed ? (
            <Button
              variant="contained"
              color="primary"
              disabled={busy}
              onClick={props.onBringBack}
            >
              {t('runbooks.authoring.bringBack')}
            </Button>
          ) : (
            <Button variant="contained" color="primary" onClick={props.onMine}>
              {t('runbooks.authoring.conflict.mine')}
            </Button>
          )}
          <Button variant="outlined" onClick={props.onTheirs}>
            {t('runbooks.authoring.conflict.theirs')}
          </Button>
        </div>
        <Muted>
          {saved.removed
            ? t('runbooks.authoring.conflict.removed')
            : t('runbooks.authoring.conflict.mineHint')}
        </Muted>
      </Panel>
    </div>
  );
}
