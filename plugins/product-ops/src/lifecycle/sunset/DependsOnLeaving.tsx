import type { EntitySunset } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  OnDate,
  Panel,
  Row,
  RowList,
  Strong,
} from '../../components';
import { useText } from '../../useText';
import { StageTag } from '../StageTag';
import { AnswerButton, type OnAnswer } from './DependantRow';
import { DependantFacts, DependantFlags, DependantTag } from './DependantFacts';
import { dependsSentence } from './sentences';

type Leaving = EntitySunset['dependsOn'][number];

function LeavingRow(props: { leaving: Leaving; onAnswer: OnAnswer }) {
  const { leaving, onAnswer } = props;
  const { entity, stage, plan, dependant } = leaving;
  const t = useText();
  const successor = plan?.successor ?? leaving.successor;
  return (
    <Row
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          <StageTag stage={stage} />
          {dependant && (
            <>
              <DependantTag state={dependant.state} />
              <DependantFlags dependant={dependant} />
            </>
          )}
        </>
      }
      actions={
        plan &&
        dependant?.mayAnswer &&
        dependant.state !== 'gone' && (
          <AnswerButton plan={plan} dependant={dependant} onAnswer={onAnswer} />
        )
      }
    >
      <div>
        {dependsSentence(leaving, t)}{' '}
        {successor &&
          dependant &&
          t('sunset.moveTo', {
            successor: <EntityName entity={successor} />,
            date: <OnDate value={dependant.dueOn} />,
          })}
        {successor &&
          !dependant &&
          t('sunset.use', { successor: <EntityName entity={successor} /> })}
        {!successor &&
          dependant &&
          t('sunset.moveBy', { date: <OnDate value={dependant.dueOn} /> })}
      </div>
      {plan?.message && <div>“{plan.message}”</div>}
      {dependant && <DependantFacts dependant={dependant} />}
    </Row>
  );
}

/** What an entity depends on that is leaving, with what its owner says of it. */
export function DependsOnLeaving(props: {
  dependsOn: Leaving[];
  onAnswer: OnAnswer;
}) {
  const { dependsOn, onAnswer } = props;
  const t = useText();
  return (
    <Panel title={t('sunset.dependsOn')} count={dependsOn.length}>
      <RowList label={t('sunset.dependsOn')}>
        {dependsOn.map(leaving => (
          <LeavingRow
            key={leaving.entity.ref}
            leaving={leaving}
            onAnswer={onAnswer}
          />
        ))}
      </RowList>
    </Panel>
  );
}
