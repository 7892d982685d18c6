import { stringifyEntityRef } from '@backstage/catalog-model';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useUrlState } from '../components';
import { FiringAlerts } from './alerts/FiringAlerts';
import { AlertProvider, useAlertInAddress } from './alerts/ShownAlert';
import { LazyEditorPage, LazyVersionsPage } from './authoring/LazyEditorPage';
import { NotInForce } from './authoring/NotInForce';
import { RunbookLibrary, type RunbooksSettings } from './RunbookLibrary';
import { RunbookReader } from './RunbookReader';
import { RecoveryPanel } from './recovery/RecoveryPanel';
import { RunPage } from './runs/RunPage';
import { EntityRuns } from './runs/RunsPanel';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'ProductOpsRunbooksContent' },
);

/** An entity's runbooks: the library with the runs, or the runbook, run, editor or versions that the address names. */
export function RunbooksContent(props: RunbooksSettings) {
  const classes = useStyles();
  const { entity } = useEntity();
  const url = useUrlState();
  const entityRef = stringifyEntityRef(entity);
  const alert = useAlertInAddress();
  const run = url.get('run');
  const id = url.get('runbook');
  const edit = url.get('edit');
  const versions = url.get('versions');
  if (edit) {
    return <LazyEditorPage key={edit} entityRef={entityRef} id={edit} />;
  }
  if (url.get('new')) {
    return <LazyEditorPage entityRef={entityRef} />;
  }
  if (versions) {
    return (
      <LazyVersionsPage key={versions} entityRef={entityRef} id={versions} />
    );
  }
  if (run) {
    return <RunPage key={run} id={run} />;
  }
  return id ? (
    <AlertProvider alert={alert}>
      <RunbookReader key={id} entityRef={entityRef} id={id} />
    </AlertProvider>
  ) : (
    <div className={classes.root}>
      <FiringAlerts entityRef={entityRef} />
      <RunbookLibrary entityRef={entityRef} {...props} />
      <RecoveryPanel entityRef={entityRef} />
      <NotInForce entityRef={entityRef} />
      <EntityRuns entityRef={entityRef} />
    </div>
  );
}
