import Button from '@material-ui/core/Button';
import type {
  SunsetDependantView,
  SunsetPlan,
  SunsetPlanOutline,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Muted, Row, Strong } from '../../components';
import { useText } from '../../useText';
import { DependantFacts, DependantFlags, DependantTag } from './DependantFacts';

/** Opens the dialog in which an owner says what becomes of a dependant. */
export type OnAnswer = (
  plan: SunsetPlanOutline,
  dependant: SunsetDependantView,
) => void;

/** The button by which an owner says what becomes of a dependant. */
export function AnswerButton(props: {
  plan: SunsetPlanOutline;
  dependant: SunsetDependantView;
  onAnswer: OnAnswer;
}) {
  const { plan, dependant, onAnswer } = props;
  const t = useText();
  const action = dependant.answer
    ? t('sunset.answerAgain')
    : t('sunset.answer');
  return (
    <Button
      size="small"
      variant={dependant.answer ? 'outlined' : 'contained'}
      color="primary"
      aria-haspopup="dialog"
      aria-label={t('sunset.answerOf', {
        action,
        entity: dependant.entity.title,
      })}
      onClick={() => onAnswer(plan, dependant)}
    >
      {action}
    </Button>
  );
}

/** Something that depends on what is leaving. */
export function DependantRow(props: {
  plan: SunsetPlan;
  dependant: SunsetDependantView;
  onAnswer: OnAnswer;
}) {
  const { plan, dependant, onAnswer } = props;
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
          <AnswerButton plan={plan} dependant={dependant} onAnswer={onAnswer} />
        )
      }
    >
      <DependantFacts dependant={dependant} />
    </Row>
  );
}
