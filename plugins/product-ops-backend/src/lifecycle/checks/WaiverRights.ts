import {
  nextStagesOf,
  stageRank,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { LifecycleRules } from '../config';
import type { Gates } from '../gates';
import type { ReadLifecycle } from '../LifecycleService';
import { answers, spokenFor, type Access, type View } from '../people';
import type { TransitionStore } from '../transitions/TransitionStore';
import type { StoredWaiver } from './WaiverStore';

export interface WaiverRightsOptions {
  transitions: TransitionStore;
  gates: Gates;
  rules: LifecycleRules;
}

/** Who may grant exceptions to checks, for which stages, and take them back. */
export class WaiverRights {
  readonly #options: WaiverRightsOptions;

  static create(options: WaiverRightsOptions): WaiverRights {
    return new WaiverRights(options);
  }

  private constructor(options: WaiverRightsOptions) {
    this.#options = options;
  }

  /**
   * The checks of an entity to which a person may grant exceptions: those of whose stages it is an approver. The stage
   * that is asked for counts and the present one, for both of which the check would be waived; where neither demands
   * it, the nearest one that may come. Where nobody approves, whoever answers for the entity may.
   */
  async waivable(read: ReadLifecycle, view: View): Promise<string[]> {
    const { transitions, gates, rules } = this.#options;
    const { entity, stage, results } = read;
    const { ref } = entity;
    const open = (await transitions.openOf([ref])).get(ref);
    const target = gates.stage(open?.to);
    if (
      open &&
      (target?.fourEyes ?? true) &&
      view.actor?.ref === open.requestedBy
    ) {
      return [];
    }
    const rank = stageRank(stage, rules.stages) ?? -1;
    const isDemanded = (id: string) => (one: StageDefinition | undefined) =>
      gates.demands(one?.id, entity).some(check => check.id === id);
    const ahead = nextStagesOf(stage, rules.stages).sort(
      (a, b) =>
        Number(stageRank(a.id, rules.stages)! < rank) -
        Number(stageRank(b.id, rules.stages)! < rank),
    );
    return [...results.keys()].filter(id => {
      const now = [target, gates.stage(stage)].filter(isDemanded(id));
      const concerned =
        now.length > 0 ? now : ahead.filter(isDemanded(id)).slice(0, 1);
      const approved = concerned.filter(one => one?.approvers?.length);
      return (
        concerned.length > 0 &&
        (approved.length > 0
          ? approved.every(
              one => spokenFor(view, ref, one?.approvers).length > 0,
            )
          : answers(view, ref))
      );
    });
  }

  /** The stages that demand a check for which a person has a say, or, where nobody does, answers for the entity. */
  stagesOf(check: string, access: Access): string[] {
    const { gates, rules } = this.#options;
    const { ref } = access.entity;
    const entity = access.all.entities.get(ref)!;
    return rules.stages
      .filter(
        ({ id, approvers }) =>
          gates.demands(id, entity).some(one => one.id === check) &&
          (approvers?.length
            ? spokenFor(access, ref, approvers).length > 0
            : answers(access, ref)),
      )
      .map(({ id }) => id);
  }

  /** Who granted it, approves any stage that demands the check, or answers for the entity: stricter hurts nobody. */
  mayRevoke({ entityRef, checkId, by }: StoredWaiver, view: View): boolean {
    const entity = view.all.entities.get(entityRef);
    return (
      view.actor?.ref === by ||
      answers(view, entityRef) ||
      (entity !== undefined &&
        this.#options.rules.stages.some(
          stage =>
            this.#options.gates
              .demands(stage.id, entity)
              .some(({ id }) => id === checkId) &&
            spokenFor(view, entityRef, stage.approvers).length > 0,
        ))
    );
  }
}
