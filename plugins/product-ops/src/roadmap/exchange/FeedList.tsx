import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { RoadmapFeed } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useFeedActions } from '../../api/exchangeHooks';
import { line, mutedInk, OnDate, Tag, When } from '../../components';
import { useText } from '../../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    feed: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${line(theme)}`,
    },
    about: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
    quiet: { color: mutedInk(theme), fontSize: '0.86rem' },
    button: { textTransform: 'none' },
  }),
  { name: 'ProductOpsFeedList' },
);

/** Calendar feeds with what became of them; revoking one is asked for twice. */
export function FeedList(props: { feeds: RoadmapFeed[] }) {
  const classes = useStyles();
  const t = useText();
  const { revoke } = useFeedActions();
  const [sure, setSure] = useState<string>();
  const [told, setTold] = useState<string>();

  async function end({ id, name }: RoadmapFeed) {
    try {
      await revoke.mutateAsync(id);
      setTold(t('roadmap.exchange.feed.revoked', { name }));
    } catch (error) {
      setTold(
        t('roadmap.exchange.feed.failed', { reason: refusalOf(error).message }),
      );
    }
    setSure(undefined);
  }

  return (
    <section aria-label={t('roadmap.exchange.feed.list')}>
      <Typography component="h3" variant="subtitle1">
        {t('roadmap.exchange.feed.list')}
      </Typography>
      <div role="status">{told}</div>
      {props.feeds.length === 0 && (
        <Typography>{t('roadmap.exchange.feed.none')}</Typography>
      )}
      <ul className={classes.list}>
        {props.feeds.map(feed => (
          <li key={feed.id} className={classes.feed}>
            <div className={classes.about}>
              <strong>{feed.name}</strong>{' '}
              <span className={classes.quiet}>
                {feed.entity.title}
                {feed.goal &&
                  ` · ${t('roadmap.exchange.feed.goal', { goal: feed.goal })}`}
              </span>
              <div className={classes.quiet}>
                {feed.readAt ? (
                  <>
                    {t('roadmap.exchange.feed.read')}{' '}
                    <When value={feed.readAt} />
                  </>
                ) : (
                  t('roadmap.exchange.feed.neverRead')
                )}
                {feed.expiresAt && (
                  <>
                    {' · '}
                    {t('roadmap.exchange.feed.expires')}{' '}
                    <OnDate value={feed.expiresAt.slice(0, 10)} />
                  </>
                )}
              </div>
              {feed.state === 'waiting' && (
                <div className={classes.quiet}>
                  {t('roadmap.exchange.feed.waiting')}
                </div>
              )}
            </div>
            <Tag tone={feed.state === 'active' ? 'ok' : 'warn'}>
              {t(`roadmap.exchange.feed.states.${feed.state}`)}
            </Tag>
            {sure === feed.id ? (
              <Button
                size="small"
                variant="outlined"
                color="secondary"
                className={classes.button}
                disabled={revoke.isPending}
                aria-label={t('roadmap.exchange.feed.sureOf', {
                  name: feed.name,
                })}
                onClick={() => end(feed)}
              >
                {t('roadmap.exchange.feed.sure')}
              </Button>
            ) : (
              <Button
                size="small"
                className={classes.button}
                aria-label={t('roadmap.exchange.feed.revokeOf', {
                  name: feed.name,
                })}
                onClick={() => setSure(feed.id)}
              >
                {t('roadmap.exchange.feed.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
