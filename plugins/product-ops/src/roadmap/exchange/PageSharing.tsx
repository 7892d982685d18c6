import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  type ExportRoadmapsCsvQuery,
  ROADMAP_STATUSES,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';
import { HORIZONS } from '../useRoadmapQuery';
import { ShareMenu } from './ShareMenu';
import { ViewsMenu } from './ViewsMenu';

const LISTS = ['team', 'product', 'domain', 'goal', 'category'] as const;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'ProductOpsPageSharing' },
);

/** Saved views of the page and, where it shows a plan, what takes the plan along as it is filtered now. */
export function PageSharing(props: { plan: boolean }) {
  const classes = useStyles();
  const url = useUrlState();
  const query: ExportRoadmapsCsvQuery = {};
  for (const name of LISTS) {
    const values = url.getAll(name);
    if (values.length > 0) {
      query[name] = values;
    }
  }
  const status = ROADMAP_STATUSES.filter(one =>
    url.getAll('status').includes(one),
  );
  const horizon = HORIZONS.filter(one => url.getAll('horizon').includes(one));
  const q = url.get('q');
  return (
    <div className={classes.root}>
      <ViewsMenu />
      {props.plan && (
        <ShareMenu
          query={{
            ...query,
            ...(status.length > 0 && { status }),
            ...(horizon.length > 0 && { horizon }),
            ...(q && { q }),
          }}
        />
      )}
    </div>
  );
}
