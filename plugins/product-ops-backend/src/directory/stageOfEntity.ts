import {
  stageOf,
  type StageDefinition,
  type StageState,
} from '@productops/backstage-plugin-product-ops-common';

/** The stage that an entity is in: what its file declares, else what the portal has recorded. */
export function stageOfEntity(
  entity: { declaredLifecycle?: string; stage?: string } | undefined,
  stages: readonly StageDefinition[],
): StageState {
  if (entity?.declaredLifecycle) {
    return stageOf(entity.declaredLifecycle, stages);
  }
  const { declared, ...recorded } = stageOf(entity?.stage, stages);
  return recorded;
}
