import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  RoadmapItem,
  RoadmapRanking,
} from '@productops/backstage-plugin-product-ops-common';
import { useRankingChanges } from '../../../api/roadmapHooks';
import { Lines, Missing, mutedInk, OnDate, Panel } from '../../../components';
import { useText } from '../../../useText';
import { useEditing } from '../useEditing';

type Change = RoadmapRanking['changes'][number];

const useStyles = makeStyles(
  (theme: Theme) => ({
    title: {
      textTransform: 'none',
      textAlign: 'left',
      fontWeight: 700,
      letterSpacing: 0,
      padding: '0 4px',
    },
    since: { color: mutedInk(theme), fontSize: '0.88rem' },
  }),
  { name: 'ProductOpsRankingChanges' },
);

/** What came, went, rose and fell since a month ago; what moved most first. */
export function RankingChanges(props: { items: readonly RoadmapItem[] }) {
  const { entityRef, open } = useEditing();
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useRankingChanges(entityRef);
  const said = (change: Change) => {
    const before = String(change.before?.place ?? '');
    const place = String(change.after?.place ?? '');
    switch (change.kind) {
      case 'new':
        return t('roadmap.editing.priorities.changed.new', { place });
      case 'gone':
        return t('roadmap.editing.priorities.changed.gone', { before });
      case 'rescored':
        return t('roadmap.editing.priorities.changed.rescored', { place });
      case 'up':
        return t('roadmap.editing.priorities.changed.up', { before, place });
      default:
        return t('roadmap.editing.priorities.changed.down', { before, place });
    }
  };
  return (
    <Panel
      title={t('roadmap.editing.priorities.changes')}
      count={data?.totalChanges}
    >
      {!data && (
        <Missing
          error={error}
          onRetry={refetch}
          what={t('roadmap.editing.priorities.whatChanged')}
          rows={[40]}
        />
      )}
      {data && (
        <>
          <Typography className={classes.since} component="div">
            {t('roadmap.editing.priorities.changesSince', {
              date: <OnDate value={data.since} />,
            })}
          </Typography>
          {data.changes.length === 0 && (
            <Typography>{t('roadmap.editing.priorities.noChanges')}</Typography>
          )}
          <Lines label={t('roadmap.editing.priorities.changes')}>
            {data.changes.map(change => {
              const { id, source, title } = change.item;
              const item = props.items.find(
                one => one.id === id && one.source === source,
              );
              return (
                <li key={`${source}/${id}`}>
                  {item ? (
                    <Button
                      size="small"
                      className={classes.title}
                      aria-haspopup="dialog"
                      onClick={() => open(item)}
                    >
                      {title}
                    </Button>
                  ) : (
                    <span>{title}</span>
                  )}
                  <span>{said(change)}</span>
                </li>
              );
            })}
          </Lines>
        </>
      )}
    </Panel>
  );
}
