import { type FormEvent, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useFeedActions, useFeeds, useViews } from '../../api/exchangeHooks';
import { refusalOf } from '../../api/conflicts';
import { Missing, Snippet } from '../../components';
import { useText } from '../../useText';
import { FeedList } from './FeedList';

const DAYS = [30, 90, 365];

const useStyles = makeStyles(
  (theme: Theme) => ({
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
      alignItems: 'center',
      margin: theme.spacing(2, 0),
    },
    field: { minWidth: 160, flex: '1 1 160px' },
    button: { textTransform: 'none' },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'ProductOpsFeedsDialog' },
);

/** Calendar feeds of the reader: makes one of a roadmap, and lists and revokes those that there are. */
export function FeedsDialog(props: {
  /** The entity or team whose roadmap it is; a team of the reader's when absent. */
  entityRef?: string;
  goal?: string;
  onClose: () => void;
}) {
  const { entityRef, goal, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const { data, error, refetch } = useFeeds();
  const views = useViews({ enabled: !entityRef });
  const { create } = useFeedActions();
  const [name, setName] = useState('');
  const [days, setDays] = useState('');
  const [team, setTeam] = useState('');
  const [failed, setFailed] = useState<string>();
  const teams = views.data?.teams ?? [];
  const about = entityRef ?? team;

  async function send(event: FormEvent) {
    event.preventDefault();
    setFailed(undefined);
    try {
      await create.mutateAsync({
        entityRef: about,
        ...(goal && { goal }),
        ...(name.trim() && { name: name.trim() }),
        ...(days && { expiresInDays: Number(days) }),
      });
      setName('');
    } catch (refused) {
      setFailed(
        t('roadmap.exchange.feed.failed', {
          reason: refusalOf(refused).message,
        }),
      );
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId}>{t('roadmap.exchange.feed.title')}</DialogTitle>
      <DialogContent>
        <Typography>{t('roadmap.exchange.feed.text')}</Typography>
        {data && !data.enabled && (
          <Typography>{t('roadmap.exchange.feed.off')}</Typography>
        )}
        {!entityRef && views.data && teams.length === 0 && (
          <Typography>{t('roadmap.exchange.feed.noTeam')}</Typography>
        )}
        {data?.enabled !== false && (entityRef || teams.length > 0) && (
          <form className={classes.form} onSubmit={send}>
            {!entityRef && (
              <TextField
                select
                id={`${titleId}-team`}
                size="small"
                variant="outlined"
                className={classes.field}
                label={t('roadmap.exchange.feed.about')}
                value={team}
                onChange={event => setTeam(event.target.value)}
              >
                {teams.map(({ ref, title }) => (
                  <MenuItem key={ref} value={ref}>
                    {title}
                  </MenuItem>
                ))}
              </TextField>
            )}
            <TextField
              id={`${titleId}-name`}
              size="small"
              variant="outlined"
              className={classes.field}
              label={t('roadmap.exchange.feed.name')}
              value={name}
              inputProps={{ maxLength: 100 }}
              onChange={event => setName(event.target.value)}
            />
            <TextField
              select
              id={`${titleId}-days`}
              size="small"
              variant="outlined"
              className={classes.field}
              label={t('roadmap.exchange.feed.expires')}
              value={days}
              SelectProps={{ displayEmpty: true }}
              InputLabelProps={{ shrink: true }}
              onChange={event => setDays(event.target.value)}
            >
              <MenuItem value="">{t('roadmap.exchange.feed.never')}</MenuItem>
              {DAYS.map(count => (
                <MenuItem key={count} value={String(count)}>
                  {t('roadmap.exchange.feed.days', { count })}
                </MenuItem>
              ))}
            </TextField>
            <Button
              type="submit"
              variant="contained"
              color="primary"
              className={classes.button}
              disabled={create.isPending || !about}
            >
              {t('roadmap.exchange.feed.create')}
            </Button>
          </form>
        )}
        <div role="alert">{failed}</div>
        <div role="status">
          {create.data && (
            <>
              <Typography>{t('roadmap.exchange.feed.once')}</Typography>
              <Snippet
                label={t('roadmap.exchange.feed.address')}
                text={create.data.url}
              />
            </>
          )}
        </div>
        {data ? (
          <FeedList feeds={data.items} />
        ) : (
          <Missing
            error={error}
            onRetry={refetch}
            what={t('roadmap.exchange.feed.list')}
          />
        )}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button className={classes.button} onClick={onClose}>
          {t('roadmap.exchange.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
