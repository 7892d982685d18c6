import { type ReactNode, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLink,
  SunsetPlan,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useSaveSunset } from '../../api/lifecyclePortfolioHooks';
import { FormDialog } from '../../components';
import { EntityField } from '../../ownership/EntityField';
import { useText } from '../../useText';
import { currentPlan } from './conflicts';
import { Field } from './Field';
import { PlanFacts } from './PlanFacts';
import {
  PLAN_DATES,
  planProblems,
  type PlanProblems,
  type PlanValues,
} from './planProblems';

/** The contract's bound. */
const MAX_MESSAGE = 2_000;

/** What a plan, or else a file, says already. */
type Said = Partial<
  Pick<
    SunsetPlan,
    'successor' | 'endOfSale' | 'endOfSupport' | 'endOfLife' | 'message'
  >
>;

function valuesOf(said: Said): PlanValues {
  return {
    successor: said.successor?.ref ?? '',
    endOfSale: said.endOfSale ?? '',
    endOfSupport: said.endOfSupport ?? '',
    endOfLife: said.endOfLife ?? '',
    message: said.message ?? '',
  };
}

/** Begins to retire an entity, or changes the plan. */
export function PlanDialog(props: {
  entity: EntityLink;
  /** The one that is in force. */
  plan?: SunsetPlan;
  /** What its file says already, for a new plan. */
  declared?: Said;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { entity, plan, onClose, onSaved } = props;
  const t = useText();
  const save = useSaveSunset(entity.ref);
  const [values, setValues] = useState(() =>
    valuesOf(plan ?? props.declared ?? {}),
  );
  const [problems, setProblems] = useState<PlanProblems>({});
  // What is sent is about the plan that was seen; after a conflict that is the newer one.
  const [version, setVersion] = useState(plan?.version ?? 0);

  function set(name: keyof PlanValues, value: string) {
    setValues(before => ({ ...before, [name]: value }));
    setProblems(before => ({ ...before, [name]: undefined }));
  }

  async function send(): Promise<ReactNode | undefined> {
    const typed: PlanValues = {
      ...values,
      successor: values.successor.trim(),
      message: values.message.trim(),
    };
    const found = planProblems(typed, entity, plan, t);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return false;
    }
    const { successor, endOfSale, endOfSupport, endOfLife, message } = typed;
    try {
      await save.mutateAsync({
        version,
        endOfLife,
        ...(successor && { successor }),
        ...(endOfSale && { endOfSale }),
        ...(endOfSupport && { endOfSupport }),
        ...(message && { message }),
      });
      onSaved();
      return undefined;
    } catch (error) {
      const current = currentPlan(error);
      const { status, message: why } = refusalOf(error);
      if (current) {
        setVersion(current.version);
        return (
          <>
            <Typography>{t('sunset.dialog.conflict')}</Typography>
            <PlanFacts plan={current} />
            <Typography>{t('sunset.dialog.again')}</Typography>
          </>
        );
      }
      if (status === 409 && version > 0) {
        // There is none any more: what is sent next begins a new one.
        setVersion(0);
        return t('sunset.dialog.gonePlan');
      }
      return `${t('sunset.dialog.failed')}: ${why}`;
    }
  }

  return (
    <FormDialog
      title={
        plan
          ? t('sunset.dialog.editTitle', { entity: entity.title })
          : t('sunset.dialog.planTitle', { entity: entity.title })
      }
      text={t('sunset.dialog.planText')}
      submit={plan ? t('sunset.dialog.save') : t('sunset.dialog.begin')}
      onClose={onClose}
      onSubmit={send}
    >
      <EntityField
        among="owned"
        label={t('sunset.dialog.successor')}
        required={false}
        hint={problems.successor ?? t('ownershipPage.found.ownedHint')}
        error={problems.successor !== undefined}
        value={values.successor}
        onChange={value => set('successor', value)}
      />
      {PLAN_DATES.map(name => (
        <Field
          key={name}
          as="date"
          label={t(`sunset.dialog.${name}`)}
          required={name === 'endOfLife'}
          value={values[name]}
          problem={problems[name]}
          onChange={value => set(name, value)}
        />
      ))}
      <Field
        as="text"
        label={t('sunset.dialog.message')}
        value={values.message}
        maxLength={MAX_MESSAGE}
        onChange={value => set('message', value)}
      />
    </FormDialog>
  );
}
