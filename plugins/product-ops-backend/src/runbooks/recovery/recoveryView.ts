import type {
  DrillPlan,
  RecoveryObjectives,
  RolledUp,
  RolledUpObjectives,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { StoredPlan } from './DrillPlanStore';

/** What an entity promises. */
export function objectivesOf({ facts }: DirectoryEntity): RecoveryObjectives {
  return {
    ...(facts.rto && { rto: facts.rto }),
    ...(facts.rpo && { rpo: facts.rpo }),
  };
}

/** Rolled-up promises with whose they are. */
export function toRolledUp(
  { rto, rpo }: RolledUp,
  links: EntityLinks,
): RolledUpObjectives {
  return {
    ...(rto && {
      rto: { duration: rto.duration, entity: links.link(rto.ref) },
    }),
    ...(rpo && {
      rpo: { duration: rpo.duration, entity: links.link(rpo.ref) },
    }),
  };
}

/** A planned drill as it is told. */
export function toPlanView(plan: StoredPlan, links: EntityLinks): DrillPlan {
  return {
    id: plan.id,
    entity: links.link(plan.entityRef),
    ...(plan.runbookId && { runbook: plan.runbookId }),
    day: plan.day,
    ...(plan.note && { note: plan.note }),
    by: links.link(plan.by),
    at: plan.at.toISOString(),
    version: plan.version,
    state: plan.state,
    ...(plan.runId && { run: plan.runId }),
  };
}
