import {
  remedyOf,
  type CheckDefinition,
  type LifecycleCheck,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import { fileNameOf } from '../../overview/entityFacts';
import { linkIn } from '../../ownership/links';
import type { OwnershipModel } from '../../ownership/OwnershipModel';
import type { FrozenCheck } from '../transitions/TransitionStore';

/** A check of a gate as a caller may know it. */
export function checkView(
  result: FrozenCheck,
  options: {
    model: OwnershipModel;
    checks: readonly CheckDefinition[];
    /** The entity, where it can still be made to pass. */
    entity?: DirectoryEntity;
  },
): LifecycleCheck {
  const { model, checks, entity } = options;
  const { outcome, evidence, about = [], answered, waiver, until } = result;
  const check = checks.find(({ id }) => id === result.check);
  const open = outcome === 'failed' || outcome === 'unanswered';
  const remedy =
    open && check && entity
      ? remedyOf(check, {
          kind: entity.kind,
          file: fileNameOf(entity),
          editUrl: entity.editUrl,
        })
      : undefined;
  return {
    id: result.check,
    title: result.title ?? check?.title ?? result.check,
    ...(check?.description && { description: check.description }),
    outcome,
    evidence,
    ...(about.length > 0 && {
      about: about.slice(0, 20).map(ref => linkIn(model, ref)),
    }),
    ...(until && { until }),
    ...(answered && {
      answer: { by: linkIn(model, answered.by), at: answered.at },
    }),
    ...(waiver && {
      waiver: {
        until: waiver.until,
        reason: waiver.reason,
        by: linkIn(model, waiver.by),
      },
    }),
    ...(remedy && { remedy }),
  };
}
