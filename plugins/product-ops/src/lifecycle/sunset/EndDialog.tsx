import { type ReactNode, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type { SunsetPlan } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useEndSunset } from '../../api/lifecyclePortfolioHooks';
import { FormDialog } from '../../components';
import { useText } from '../../useText';
import { currentPlan } from './conflicts';
import { Field } from './Field';
import { PlanFacts } from './PlanFacts';

const MAX_REASON = 2_000;

/** Ends a plan, since it is done or given up. */
export function EndDialog(props: {
  plan: SunsetPlan;
  onClose: () => void;
  onEnded: () => void;
}) {
  const { plan, onClose, onEnded } = props;
  const t = useText();
  const end = useEndSunset();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [version, setVersion] = useState(plan.version);

  async function send(): Promise<ReactNode | undefined> {
    setMissing(!reason.trim());
    if (!reason.trim()) {
      return false;
    }
    try {
      await end.mutateAsync({ id: plan.id, version, reason: reason.trim() });
      onEnded();
      return undefined;
    } catch (error) {
      const current = currentPlan(error);
      if (!current) {
        return `${t('sunset.dialog.failed')}: ${refusalOf(error).message}`;
      }
      setVersion(current.version);
      return (
        <>
          <Typography>{t('sunset.dialog.conflict')}</Typography>
          <PlanFacts plan={current} />
          <Typography>{t('sunset.dialog.again')}</Typography>
        </>
      );
    }
  }

  return (
    <FormDialog
      title={t('sunset.dialog.endTitle', { entity: plan.entity.title })}
      text={t('sunset.dialog.endText')}
      submit={t('sunset.dialog.endSubmit')}
      onClose={onClose}
      onSubmit={send}
    >
      <Field
        as="text"
        required
        label={t('sunset.dialog.endReason')}
        value={reason}
        problem={missing ? t('sunset.problems.why') : undefined}
        maxLength={MAX_REASON}
        onChange={setReason}
      />
    </FormDialog>
  );
}
