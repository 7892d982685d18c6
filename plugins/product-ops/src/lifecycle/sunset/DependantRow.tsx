import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type {
  SunsetDependantView,
  SunsetPlan,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName } from '../../components';
import { Muted, Row, Strong } from '../../ownership/rows';
import { useText } from '../../useText';
import { AnswerDialog } from './AnswerDialog';
import { DependantFacts, DependantFlags, DependantTag } from './DependantFacts';

/** The button by which an owner says what becomes of a dependant, and its dialog. */
export function AnswerButton(props: {
  plan: SunsetPlan;
  dependant: SunsetDependantView;
  onAnswered: (entity: string) => void;
}) {
  const { plan, dependant, onAnswered } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  const entity = dependant.entity.title;
  const action = dependant.answer
    ? t('sunset.answerAgain')
    : t('sunset.answer');
  return (
    <>
      <Button
        size="small"
        variant={dependant.answer ? 'outlined' : 'contained'}
        color="primary"
        aria-haspopup="dialog"
        aria-label={t('sunset.answerOf', { action, entity })}
        onClick={() => setOpen(true)}
      >
        {action}
      </Button>
      {open && (
        <AnswerDialog
          plan={plan}
          dependant={dependant}
          onClose={() => setOpen(false)}
          onAnswered={() => onAnswered(entity)}
        />
      )}
    </>
  );
}

/** Something that depends on what is leaving. */
export function DependantRow(props: {
  plan: SunsetPlan;
  dependant: SunsetDependantView;
  onAnswered: (entity: string) => void;
}) {
  const { plan, dependant, onAnswered } = props;
  const { entity, state, mayAnswer } = dependant;
  return (
    <Row
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          <DependantTag state={state} />
          <DependantFlags dependant={dependant} />
        </>
      }
      actions={
        mayAnswer &&
        state !== 'gone' &&
        plan.state === 'active' && (
          <AnswerButton
            plan={plan}
            dependant={dependant}
            onAnswered={onAnswered}
          />
        )
      }
    >
      <DependantFacts dependant={dependant} />
    </Row>
  );
}
