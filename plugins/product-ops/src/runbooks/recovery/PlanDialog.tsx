import { useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type {
  DrillPlan,
  EntityRecovery,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, refusalOf } from '../../api/conflicts';
import { useChangeDrillPlan, usePlanDrill } from '../../api/recoveryHooks';
import { useNewId } from '../../api/useRequestKey';
import { FormDialog } from '../../components';
import { useText } from '../../useText';

/** Plans a drill, or moves one that is planned. */
export function PlanDialog(props: {
  recovery: EntityRecovery;
  /** The one that is moved. */
  moved?: DrillPlan;
  onClose: () => void;
}) {
  const { recovery, moved, onClose } = props;
  const t = useText();
  const id = useId();
  const plan = usePlanDrill(recovery.entity.ref);
  const change = useChangeDrillPlan();
  const [day, setDay] = useState(moved?.day ?? '');
  const [note, setNote] = useState(moved?.note ?? '');
  const [runbook, setRunbook] = useState('');
  const idOf = useNewId();

  async function send() {
    const body = {
      day,
      ...(note.trim() && { note: note.trim() }),
      ...(runbook && { runbook }),
    };
    try {
      await (moved
        ? change.mutateAsync({
            id: moved.id,
            version: moved.version,
            day,
            note: note.trim(),
          })
        : plan.mutateAsync({ id: idOf(body), ...body }));
      return undefined;
    } catch (error) {
      return currentOf(error)
        ? t('runbooks.recovery.changed')
        : `${t('runbooks.recovery.failed')}: ${refusalOf(error).message}`;
    }
  }

  return (
    <FormDialog
      title={t(
        moved
          ? 'runbooks.recovery.dialog.moveTitle'
          : 'runbooks.recovery.dialog.title',
      )}
      text={t('runbooks.recovery.dialog.text')}
      submit={t(
        moved
          ? 'runbooks.recovery.dialog.moveSubmit'
          : 'runbooks.recovery.dialog.submit',
      )}
      complete={day !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        id={`${id}day`}
        label={t('runbooks.recovery.dialog.day')}
        type="date"
        required
        variant="outlined"
        margin="dense"
        fullWidth
        value={day}
        InputLabelProps={{ shrink: true }}
        onChange={event => setDay(event.target.value)}
      />
      {!moved && recovery.runbooks.length > 0 && (
        <TextField
          id={`${id}runbook`}
          select
          label={t('runbooks.recovery.dialog.runbook')}
          variant="outlined"
          margin="dense"
          fullWidth
          value={runbook || 'any'}
          onChange={({ target: { value } }) =>
            setRunbook(value === 'any' ? '' : value)
          }
        >
          <MenuItem value="any">{t('runbooks.recovery.dialog.any')}</MenuItem>
          {recovery.runbooks.map(one => (
            <MenuItem key={one.id} value={one.id}>
              {one.title}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        id={`${id}note`}
        label={t('runbooks.recovery.dialog.note')}
        variant="outlined"
        margin="dense"
        fullWidth
        value={note}
        inputProps={{ maxLength: 1000, autoComplete: 'off' }}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
