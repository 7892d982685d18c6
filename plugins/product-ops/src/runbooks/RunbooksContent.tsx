import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useUrlState } from '../components';
import { RunbookLibrary, type RunbooksSettings } from './RunbookLibrary';
import { RunbookReader } from './RunbookReader';
import { RecoveryPanel } from './recovery/RecoveryPanel';
import { RunPage } from './runs/RunPage';
import { EntityRuns } from './runs/RunsPanel';

/** An entity's runbooks: the library with the runs, or the runbook or run that the address names. */
export function RunbooksContent(props: RunbooksSettings) {
  const { entity } = useEntity();
  const url = useUrlState();
  const entityRef = stringifyEntityRef(entity);
  const run = url.get('run');
  const id = url.get('runbook');
  if (run) {
    return <RunPage key={run} id={run} />;
  }
  return id ? (
    <RunbookReader key={id} entityRef={entityRef} id={id} />
  ) : (
    <>
      <RunbookLibrary entityRef={entityRef} {...props} />
      <RecoveryPanel entityRef={entityRef} />
      <EntityRuns entityRef={entityRef} />
    </>
  );
}
