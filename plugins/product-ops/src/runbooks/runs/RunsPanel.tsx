import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import { useNavigate } from 'react-router-dom';
import { useRuns } from '../../api/runsHooks';
import {
  CalmLine,
  Missing,
  Pager,
  Panel,
  useEntityPath,
  useUrlState,
} from '../../components';
import { useText } from '../../useText';
import { useShownAlert } from '../alerts/ShownAlert';
import { RunLines } from './RunLines';
import { StartDialog } from './StartDialog';

/** The last runs of a runbook and how they went, and the button that starts one. */
export function RunbookRuns(props: { entityRef: string; runbook: Runbook }) {
  const { entityRef, runbook } = props;
  const t = useText();
  const path = useEntityPath();
  const navigate = useNavigate();
  const alert = useShownAlert();
  const [starting, setStarting] = useState(false);
  const { data, error, refetch } = useRuns(entityRef, {
    runbook: runbook.id,
    limit: 5,
  });
  if (!data) {
    // Who needs it now is told why there is no button that starts one.
    return error ? (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('runbooks.runs.title')}
      />
    ) : null;
  }
  return (
    <Panel
      title={t('runbooks.runs.lastRuns')}
      count={data.totalItems}
      action={
        data.may.run &&
        runbook.steps > 0 && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => setStarting(true)}
          >
            {t('runbooks.runs.start')}
          </Button>
        )
      }
    >
      {data.items.length > 0 ? (
        <RunLines runs={data.items} of="runbook" />
      ) : (
        <CalmLine>{t('runbooks.runs.none')}</CalmLine>
      )}
      {starting && (
        <StartDialog
          entityRef={entityRef}
          runbook={runbook}
          alert={alert}
          onClose={() => setStarting(false)}
          onStarted={run =>
            navigate(
              `${path(parseEntityRef(entityRef), 'runbooks')}?run=${run}`,
            )
          }
        />
      )}
    </Panel>
  );
}

/** The runs of all runbooks of an entity: those that go on first, then the latest first. */
export function EntityRuns(props: { entityRef: string }) {
  const { entityRef } = props;
  const t = useText();
  const url = useUrlState();
  const cursor = url.get('runs');
  const { data, error, refetch } = useRuns(entityRef, {
    limit: 5,
    ...(cursor && { cursor }),
  });
  // That nobody can say is not that none goes on.
  if (!data && error) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        onClear={cursor ? () => url.patch({ runs: undefined }) : undefined}
        what={t('runbooks.runs.title')}
      />
    );
  }
  if (!data?.totalItems) {
    return null;
  }
  return (
    <Panel title={t('runbooks.runs.title')} count={data.totalItems}>
      <RunLines runs={data.items} of="entity" />
      <Pager
        pageInfo={data.pageInfo}
        onCursor={next => url.patch({ runs: next })}
      />
    </Panel>
  );
}
