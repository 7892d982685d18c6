import { useState } from 'react';
import Button from '@material-ui/core/Button';
import {
  readableDay,
  type DrillPlan,
  type EntityRecovery,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useChangeDrillPlan } from '../../api/recoveryHooks';
import { Lines, Muted } from '../../components';
import { useText } from '../../useText';
import { PlanDialog } from './PlanDialog';

/** The planned drills, with what can be done with them. */
export function PlanLines(props: { recovery: EntityRecovery }) {
  const { recovery } = props;
  const { plans, may, runbooks } = recovery;
  const t = useText();
  const change = useChangeDrillPlan();
  const [moved, setMoved] = useState<DrillPlan>();
  if (plans.length === 0) {
    return <Muted>{t('runbooks.recovery.noPlans')}</Muted>;
  }
  return (
    <>
      <Lines label={t('runbooks.recovery.plans')}>
        {plans.map(plan => {
          const day = readableDay(plan.day);
          const said = [
            runbooks.find(({ id }) => id === plan.runbook)?.title,
            plan.note,
            plan.by.title,
          ];
          return (
            <li key={plan.id}>
              {day} <Muted>{said.filter(Boolean).join(' · ')}</Muted>{' '}
              {may.plan && (
                <>
                  <Button
                    size="small"
                    aria-label={t('runbooks.recovery.moveOf', { day })}
                    onClick={() => setMoved(plan)}
                  >
                    {t('runbooks.recovery.move')}
                  </Button>
                  <Button
                    size="small"
                    disabled={change.isPending}
                    aria-label={t('runbooks.recovery.cancelOf', { day })}
                    onClick={() =>
                      change.mutate({
                        id: plan.id,
                        version: plan.version,
                        state: 'cancelled',
                      })
                    }
                  >
                    {t('runbooks.recovery.cancel')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </Lines>
      {change.error && (
        <p role="alert">
          {t('runbooks.recovery.failed')}: {refusalOf(change.error).message}
        </p>
      )}
      {moved && (
        <PlanDialog
          recovery={recovery}
          moved={moved}
          onClose={() => setMoved(undefined)}
        />
      )}
    </>
  );
}
