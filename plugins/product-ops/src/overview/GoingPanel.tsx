import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { EntityOverview } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, Panel, useEntityPath } from '../components';
import { SourceBanner } from '../documents';
import {
  Lane,
  Lanes,
  OPEN,
  RoadmapItemCard,
  RoadmapTeaching,
} from '../roadmap';
import { useText } from '../useText';

const NEW = ['feature', 'improvement'];

const useStyles = makeStyles(
  (theme: Theme) => ({
    mix: {
      color: mutedInk(theme),
      fontSize: '0.88rem',
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'ProductOpsGoing' },
);

/** Now, next and later, the first few of each. */
export function GoingPanel(props: { overview: EntityOverview }) {
  const { roadmap, sources, entity } = props.overview;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const source = sources.find(one => one.kind === 'roadmap');
  const to = path(entity, 'roadmap');
  if (roadmap.total === 0) {
    return (
      <Panel title={t('overview.going')}>
        {source && <SourceBanner source={source} />}
        {source?.state !== 'failed' && source?.state !== 'pending' && (
          <RoadmapTeaching source={source} compact />
        )}
      </Panel>
    );
  }
  const open = roadmap.mix.reduce((sum, { count }) => sum + count, 0);
  const fresh = roadmap.mix
    .filter(({ category }) => NEW.includes(category))
    .reduce((sum, { count }) => sum + count, 0);
  const share = open ? Math.round((fresh / open) * 100) : 0;
  return (
    <Panel
      title={t('overview.going')}
      action={<Link to={to}>{t('overview.openRoadmap')}</Link>}
    >
      <Lanes>
        {roadmap.horizons.map(({ horizon, total, items }) => (
          <Lane
            key={horizon}
            title={t(`roadmap.horizons.${horizon}`)}
            count={total}
            more={
              total > items.length
                ? {
                    to: `${to}?${new URLSearchParams([
                      ['view', 'list'],
                      ...OPEN.map(status => ['status', status]),
                      ['horizon', horizon],
                    ])}`,
                    label: t('common.more', {
                      number: String(total - items.length),
                    }),
                  }
                : undefined
            }
          >
            {items.map(item => (
              <RoadmapItemCard
                key={item.id}
                item={item}
                to={`${to}?item=${encodeURIComponent(item.id)}`}
              />
            ))}
          </Lane>
        ))}
      </Lanes>
      <Typography className={classes.mix}>
        {open > 0 &&
          `${t('overview.mix', {
            share: String(share),
            rest: String(100 - share),
          })} `}
        {t('overview.itemsDone', {
          count: roadmap.total,
          done: String(roadmap.done),
        })}
        .
      </Typography>
    </Panel>
  );
}
