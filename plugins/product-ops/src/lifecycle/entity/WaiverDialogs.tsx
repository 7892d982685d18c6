import { type ReactNode, useId, useState } from 'react';
import { DateTime } from 'luxon';
import TextField from '@material-ui/core/TextField';
import type {
  CheckName,
  Waiver,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useGrantWaiver, useRevokeWaiver } from '../../api/lifecycleHooks';
import { readableDate } from '../../components';
import { useText } from '../../useText';
import { currentWaiver } from './conflicts';
import { TextDialog } from './TextDialog';
import { useTell } from './told';
import { WaiverFacts } from './WaiverFacts';

/** The last day that a waiver may have: the end of it is within what the contract allows. */
const MAX_DAYS = 365;

/** Grants a waiver of a check, to the end of a day. */
export function WaiveDialog(props: {
  entityRef: string;
  check: CheckName;
  onClose: () => void;
}) {
  const { entityRef, check, onClose } = props;
  const t = useText();
  const tell = useTell();
  const fieldId = useId();
  const grant = useGrantWaiver();
  const [until, setUntil] = useState('');
  const today = DateTime.now().toISODate();
  const last = DateTime.now().plus({ days: MAX_DAYS }).toISODate();
  const wrong = until !== '' && (until < today || until > last);
  const rule = t('lifecycleTab.untilWrong', { last: readableDate(last) });

  async function send(reason: string): Promise<ReactNode | undefined> {
    const end = DateTime.fromISO(until).endOf('day').toUTC().toISO();
    if (wrong || !end) {
      return rule;
    }
    try {
      await grant.mutateAsync({
        entity: entityRef,
        check: check.id,
        reason,
        until: end,
      });
      tell(
        t('lifecycleTab.waived', {
          check: check.title,
          date: readableDate(until),
        }),
      );
      return undefined;
    } catch (error) {
      const current = currentWaiver(error);
      return current ? (
        <>
          {t('lifecycleTab.waivedMeanwhile')} <WaiverFacts waiver={current} />
        </>
      ) : (
        `${t('lifecycleTab.failed')}: ${refusalOf(error).message}`
      );
    }
  }

  return (
    <TextDialog
      title={t('lifecycleTab.waiveTitle', { check: check.title })}
      text={t('lifecycleTab.waiveText')}
      submit={t('lifecycleTab.waiveSubmit')}
      label={t('lifecycleTab.reason')}
      required
      complete={until !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        id={fieldId}
        type="date"
        label={t('lifecycleTab.until')}
        helperText={wrong ? rule : t('lifecycleTab.untilHint')}
        error={wrong}
        required
        variant="outlined"
        margin="normal"
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: today, max: last }}
        value={until}
        onChange={event => setUntil(event.target.value)}
      />
    </TextDialog>
  );
}

/** Ends a waiver before its time. */
export function RevokeDialog(props: { waiver: Waiver; onClose: () => void }) {
  const { waiver, onClose } = props;
  const { id, check } = waiver;
  const t = useText();
  const tell = useTell();
  const revoke = useRevokeWaiver();
  // The waiver that was seen when the dialog was opened.
  const [version, setVersion] = useState(waiver.version);

  async function send(reason: string): Promise<ReactNode | undefined> {
    try {
      await revoke.mutateAsync({ id, version, reason });
      tell(t('lifecycleTab.revoked', { check: check.title }));
      return undefined;
    } catch (error) {
      const current = currentWaiver(error);
      if (!current) {
        return `${t('lifecycleTab.failed')}: ${refusalOf(error).message}`;
      }
      setVersion(current.version);
      return (
        <>
          {t('lifecycleTab.revokedMeanwhile')} <WaiverFacts waiver={current} />
        </>
      );
    }
  }

  return (
    <TextDialog
      title={t('lifecycleTab.revokeTitle', { check: check.title })}
      text={t('lifecycleTab.revokeText')}
      submit={t('lifecycleTab.revokeSubmit')}
      label={t('lifecycleTab.reason')}
      required
      onClose={onClose}
      onSubmit={send}
    />
  );
}
