import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import type {
  Alert,
  AlertRunbook,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useRunbook } from '../../api/hooks';
import { useEntityPath } from '../../components';
import { useText } from '../../useText';
import { StartDialog } from '../runs/StartDialog';

/** Asks for the runbook, then how it is started. */
function Starting(props: {
  alert: Alert;
  runbook: AlertRunbook;
  onClose: () => void;
}) {
  const { alert, runbook, onClose } = props;
  const navigate = useNavigate();
  const path = useEntityPath();
  const { data, error } = useRunbook(runbook.entity.ref, runbook.id);
  if (!data) {
    return error ? <span role="alert">{refusalOf(error).message}</span> : null;
  }
  return (
    <StartDialog
      entityRef={runbook.entity.ref}
      runbook={data}
      alert={alert}
      onClose={onClose}
      onStarted={run =>
        navigate(`${path(runbook.entity, 'runbooks')}?run=${run}`)
      }
    />
  );
}

/** The button that starts a run of the runbook that answers an alert; nothing where there is none, or one may not. */
export function StartFromAlert(props: { alert: Alert }) {
  const { alert } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  if (!alert.runbook?.mayRun) {
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
        <Starting
          alert={alert}
          runbook={alert.runbook}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
