import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import type { Alert } from '@productops/backstage-plugin-product-ops-common';
import { useEntityPath } from '../../components';
import { useText } from '../../useText';
import { StartRunbook } from '../runs/StartRunbook';

/** The button that starts a run of the runbook that answers an alert; nothing where there is none, or one may not. */
export function StartFromAlert(props: { alert: Alert }) {
  const { alert } = props;
  const { runbook } = alert;
  const t = useText();
  const navigate = useNavigate();
  const path = useEntityPath();
  const [open, setOpen] = useState(false);
  if (!runbook?.mayRun) {
    return null;
  }
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        aria-label={t('runbooks.firing.starting', { name: alert.name })}
        onClick={() => setOpen(true)}
      >
        {t('runbooks.firing.start')}
      </Button>
      {open && (
        <StartRunbook
          entityRef={runbook.entity.ref}
          id={runbook.id}
          alert={alert}
          onClose={() => setOpen(false)}
          onStarted={run =>
            navigate(`${path(runbook.entity, 'runbooks')}?run=${run}`)
          }
        />
      )}
    </>
  );
}
