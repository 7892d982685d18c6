import type {
  FollowUpList,
  FollowUpSubject,
  RunbookRunDetails,
  RunStep,
} from '@productops/backstage-plugin-product-ops-common';
import {
  FollowUpButton,
  FollowUpItem,
  FollowUpsPanel,
} from '../followups/FollowUps';
import type { RunSight } from './useRunState';

/** Of which run a follow-up is, and how the run stands. */
interface OfRun {
  run: RunbookRunDetails;
  sight: RunSight;
  list: FollowUpList | undefined;
}

function subjectOf({ run, sight }: OfRun, step?: RunStep): FollowUpSubject {
  return {
    runbook: run.runbook,
    run: { reason: run.reason, state: sight.state },
    step,
    nameOf: sight.nameOf,
  };
}

/** What a run has led to. */
export function RunFollowUps(props: OfRun) {
  return (
    <FollowUpsPanel
      list={props.list}
      ground={{ run: props.run.id }}
      subject={() => subjectOf(props)}
    />
  );
}

/** What a step has led to; where it has failed or is not right, the button that has it lead to something. */
export function StepFollowUps(props: OfRun & { step: RunStep }) {
  const { run, list, step } = props;
  const found = list?.items.filter(({ of }) => of.step === step.id) ?? [];
  const wrong =
    step.state === 'failed' || step.remarks.some(({ type }) => type === 'flag');
  return (
    <>
      {found.map(followUp => (
        <div key={`${followUp.item.entity.ref} ${followUp.item.id}`}>
          <FollowUpItem followUp={followUp} />
        </div>
      ))}
      {wrong && found.length === 0 && (
        <FollowUpButton
          list={list}
          ground={{ run: run.id, step: step.id }}
          subject={() => subjectOf(props, step)}
        />
      )}
    </>
  );
}
