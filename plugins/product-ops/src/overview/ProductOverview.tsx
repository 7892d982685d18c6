import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useEntityOverview } from '../api/hooks';
import { Missing } from '../components';
import { isProduct } from '../kinds';
import { SunsetBanner } from '../lifecycle/sunset/SunsetBanner';
import { WhoAnswers } from '../ownership';
import { FiringAlerts } from '../runbooks/alerts/FiringAlerts';
import { useText } from '../useText';
import { AboutPanel } from './AboutPanel';
import { AttentionPanel } from './AttentionPanel';
import { CatalogProblems } from './CatalogProblems';
import { GoalsPanel } from './GoalsPanel';
import { GoingPanel } from './GoingPanel';
import { MadeOfPanel } from './MadeOfPanel';
import { OperationsPanel } from './OperationsPanel';
import { SourcesPanel } from './SourcesPanel';

const useStyles = makeStyles(
  (theme: Theme) => ({
    page: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    pair: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
      },
    },
    trio: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'ProductOpsOverview' },
);

/** The first page of a product, from one request: what it is, what needs attention, where it is going, how it runs. */
export function ProductOverview() {
  const { entity } = useEntity();
  const classes = useStyles();
  const t = useText();
  const { data, error, refetch } = useEntityOverview(
    stringifyEntityRef(entity),
  );
  const product = isProduct(entity);

  if (!data) {
    return (
      <div className={classes.page}>
        <CatalogProblems />
        <Missing error={error} onRetry={refetch} what={t('overview.what')} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <CatalogProblems />
      <SunsetBanner entityRef={data.entity.ref} />
      <FiringAlerts entityRef={data.entity.ref} />
      <AboutPanel overview={data} />
      <div className={classes.pair}>
        <AttentionPanel attention={data.attention} entity={data.entity} />
        <WhoAnswers ownership={data.ownership} isProduct={product} />
      </div>
      <GoingPanel overview={data} />
      <div className={classes.trio}>
        <GoalsPanel goals={data.goals} entityRef={data.entity.ref} />
        <OperationsPanel overview={data} isProduct={product} />
        <MadeOfPanel composition={data.composition} />
      </div>
      <SourcesPanel overview={data} />
    </div>
  );
}
