import {
  sunsetDependantState,
  sunsetDue,
  sunsetOverdue,
  type SunsetDependantView,
  type SunsetPlan,
  type SunsetPlanOutline,
} from '@productops/backstage-plugin-product-ops-common';
import { stageOfEntity } from '../../directory/stageOfEntity';
import { linkIn } from '../../ownership/links';
import type { LifecycleRules } from '../config';
import { answers, type View } from '../people';
import type { DependantStore, StoredDependant } from './DependantStore';
import type { StoredPlan } from './SunsetStore';

const MAX_TEAMS = 50;

export interface SunsetViewsOptions {
  dependants: DependantStore;
  rules: LifecycleRules;
  now?: () => Date;
}

/** Sunset plans and their dependants as a caller may know them. */
export class SunsetViews {
  readonly #options: SunsetViewsOptions;

  static create(options: SunsetViewsOptions): SunsetViews {
    return new SunsetViews(options);
  }

  private constructor(options: SunsetViewsOptions) {
    this.#options = options;
  }

  /** Plans, each with the dependants that the caller may read counted. */
  async plans(plans: readonly StoredPlan[], view: View): Promise<SunsetPlan[]> {
    const dependants = await this.#options.dependants.of(
      plans.map(({ id }) => id),
    );
    return plans.map(plan => this.#plan(plan, view, dependants.get(plan.id)!));
  }

  /** What a plan says to those who depend on what leaves; ref and dates alone where they may not read that. */
  outline(plan: StoredPlan, { mine }: View): SunsetPlanOutline {
    const { successorRef, message } = plan;
    const mayRead = mine.entities.has(plan.entityRef);
    return {
      id: plan.id,
      entity: linkIn(mine, plan.entityRef),
      ...(mayRead && successorRef && { successor: linkIn(mine, successorRef) }),
      ...(plan.endOfSale && { endOfSale: plan.endOfSale }),
      ...(plan.endOfSupport && { endOfSupport: plan.endOfSupport }),
      endOfLife: plan.endOfLife,
      ...(mayRead && message && { message }),
    };
  }

  dependant(
    dependant: StoredDependant,
    plan: StoredPlan,
    view: View,
  ): SunsetDependantView {
    const { mine } = view;
    const { ref, via, since, late, goneAt, answer } = dependant;
    const owner = view.all.entities.get(ref)?.ownerRef;
    const dueOn = sunsetDue(plan, dependant.dueOn);
    return {
      plan: plan.id,
      version: dependant.version,
      entity: linkIn(mine, ref),
      ...(owner && { owner: linkIn(mine, owner) }),
      ...(via && { via: linkIn(mine, via) }),
      state: sunsetDependantState({ goneAt, answer: answer?.answer }),
      late,
      since,
      ...(goneAt && { goneAt }),
      dueOn,
      overdue: sunsetOverdue({ goneAt, dueOn }, this.#today()),
      ...(answer && {
        answer: { ...answer, by: linkIn(mine, answer.by) },
      }),
      mayAnswer: plan.active && !goneAt && answers(view, ref),
    };
  }

  /** Those of the dependants that the caller may read; what is gone from the catalog is told to whoever sees the plan. */
  visible(
    dependants: readonly StoredDependant[],
    view: View,
  ): StoredDependant[] {
    return dependants.filter(({ ref }) => maySeeDependant(ref, view));
  }

  #plan(
    plan: StoredPlan,
    view: View,
    all: readonly StoredDependant[],
  ): SunsetPlan {
    const { mine } = view;
    const { last } = plan;
    const today = this.#today();
    const shown = this.visible(all, view).map((one): Counted => {
      const { ref, late, goneAt, answer } = one;
      const dueOn = sunsetDue(plan, one.dueOn);
      return {
        ownerRef: view.all.entities.get(ref)?.ownerRef,
        state: sunsetDependantState({ goneAt, answer: answer?.answer }),
        late,
        overdue: sunsetOverdue({ goneAt, dueOn }, today),
      };
    });
    const count = (matches: (one: Counted) => boolean) =>
      shown.filter(matches).length;
    const inState = (state: Counted['state']) =>
      count(one => one.state === state);
    return {
      ...this.outline(plan, view),
      version: plan.version,
      stage: stageOfEntity(
        view.all.entities.get(plan.entityRef),
        this.#options.rules.stages,
      ),
      state: plan.active ? 'active' : 'ended',
      begunBy: linkIn(mine, plan.begunBy),
      begunAt: plan.begunAt,
      ...(last?.event === 'changed' && {
        ...(last.by && { changedBy: linkIn(mine, last.by) }),
        changedAt: last.at,
      }),
      ...(last?.event === 'ended' && {
        ...(last.by && { endedBy: linkIn(mine, last.by) }),
        endedAt: last.at,
        ...(last.text && { endReason: last.text }),
      }),
      counts: {
        total: shown.length,
        open: inState('open'),
        acknowledged: inState('acknowledged'),
        moved: inState('moved'),
        objected: inState('objected'),
        gone: inState('gone'),
        late: count(({ late, state }) => late && state !== 'gone'),
        overdue: count(({ overdue }) => overdue),
      },
      teams: teamsOf(shown, view),
      mayEdit: plan.active && answers(view, plan.entityRef),
    };
  }

  #today(): string {
    return (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
  }
}

/** Whether a caller may know of a dependant: may read it, or it is gone and nothing is hidden from the caller. */
export function maySeeDependant(ref: string, { mine, all }: View): boolean {
  return mine.entities.has(ref) || (!mine.restricted && !all.entities.has(ref));
}

/** What is counted of a dependant. */
interface Counted
  extends Pick<SunsetDependantView, 'state' | 'late' | 'overdue'> {
  ownerRef?: string;
}

function teamsOf(
  dependants: readonly Counted[],
  { mine }: View,
): SunsetPlan['teams'] {
  const teams = new Map<string, { dependants: number; open: number }>();
  for (const { ownerRef = '', state } of dependants) {
    if (state !== 'gone') {
      const team = teams.get(ownerRef) ?? { dependants: 0, open: 0 };
      teams.set(ownerRef, {
        dependants: team.dependants + 1,
        open: team.open + (state === 'open' ? 1 : 0),
      });
    }
  }
  return [...teams]
    .sort(([, a], [, b]) => b.dependants - a.dependants)
    .slice(0, MAX_TEAMS)
    .map(([ownerRef, counts]) => ({
      ...(ownerRef && { owner: linkIn(mine, ownerRef) }),
      ...counts,
    }));
}
