import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { EntityOverview } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, mutedInk, Panel, Tag, useEntityPath } from '../components';
import { Milestones, StageRail, StageTag } from '../lifecycle';
import { useText } from '../useText';
import { TierTag } from './TierTag';

const useStyles = makeStyles(
  (theme: Theme) => ({
    description: { fontSize: '0.95rem', overflowWrap: 'anywhere' },
    vision: {
      color: mutedInk(theme),
      fontStyle: 'italic',
      marginTop: 2,
      overflowWrap: 'anywhere',
    },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      margin: theme.spacing(1.25, 0, 2.5),
      alignItems: 'center',
    },
  }),
  { name: 'ProductOpsAbout' },
);

/** What it is: description, vision, type, tier, stage, and the way through its life. */
export function AboutPanel(props: { overview: EntityOverview }) {
  const { entity, operations, lifecycle, composition } = props.overview;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const partOf = composition.partOf.items[0]?.entity;
  return (
    <Panel
      title={t('overview.about')}
      action={
        <Link to={path(entity, 'lifecycle')}>{t('lifecycleTab.open')}</Link>
      }
    >
      {entity.description && (
        <Typography className={classes.description}>
          {entity.description}
        </Typography>
      )}
      {entity.vision && (
        <Typography className={classes.vision}>{entity.vision}</Typography>
      )}
      <div className={classes.tags}>
        <StageTag stage={lifecycle.current} />
        {operations.tier !== undefined && <TierTag tier={operations.tier} />}
        {entity.type && <Tag>{entity.type}</Tag>}
        {partOf && (
          <Tag>
            {t('overview.partOf')} <EntityName entity={partOf} />
          </Tag>
        )}
      </div>
      <StageRail lifecycle={lifecycle} />
      <Milestones lifecycle={lifecycle} />
    </Panel>
  );
}
