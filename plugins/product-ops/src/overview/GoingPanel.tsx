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
  sharesOf,
} from '../roadmap';
import { useText } from '../useText';

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
  const { fresh, running, none, other } = sharesOf(roadmap.mix);
  const told = fresh + running;
  const share = told ? Math.round((fresh / told) * 100) : 0;
  // Of what has no category, or one that we do not know, nobody can say whether it is new.
  const untold = [
    none > 0 && t('overview.mixNone', { count: none }),
    other > 0 && t('overview.mixOther', { count: other }),
  ].filter(Boolean);
  const mix = [
    told > 0 &&
      t(untold.length ? 'overview.mixOfTold' : 'overview.mix', {
        share: String(share),
        rest: String(100 - share),
      }),
    ...untold,
  ].filter(Boolean);
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
        {mix.length > 0 && `${mix.join(', ')}. `}
        {t('overview.itemsDone', {
          count: roadmap.total,
          done: String(roadmap.done),
        })}
        .
      </Typography>
    </Panel>
  );
}
