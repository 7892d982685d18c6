import {
  lifecycleApprovePermission,
  lifecycleAttestPermission,
  lifecycleRequestPermission,
  lifecycleSunsetPermission,
  lifecycleWaivePermission,
  nextStagesOf,
  waiverState,
  type LifecycleActions,
} from '@productops/backstage-plugin-product-ops-common';
import { stageOfEntity } from '../directory/stageOfEntity';
import type { CallerCredentials } from '../http/types';
import { linkIn } from '../ownership/links';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { AttestationService } from './checks/AttestationService';
import type { AttestationStore } from './checks/AttestationStore';
import type { WaiverRights } from './checks/WaiverRights';
import type { WaiverService } from './checks/WaiverService';
import type { WaiverStore } from './checks/WaiverStore';
import type { LifecycleRules } from './config';
import type { Gates } from './gates';
import type { ReadLifecycle } from './LifecycleService';
import {
  answers,
  entityIn,
  spokenFor,
  type LifecyclePeople,
  type View,
} from './people';
import type { TransitionStore } from './transitions/TransitionStore';
import type { TransitionViews } from './transitions/TransitionViews';

export interface ActionsServiceOptions {
  people: LifecyclePeople;
  gates: Gates;
  rules: LifecycleRules;
  transitions: TransitionStore;
  transitionViews: TransitionViews;
  attestations: AttestationStore;
  attestationService: AttestationService;
  waivers: WaiverStore;
  waiverService: WaiverService;
  rights: WaiverRights;
  now?: () => Date;
}

/** What is under way with the stage of an entity, and what a caller may do about it: what the page needs at once. */
export class ActionsService {
  readonly #options: ActionsServiceOptions;

  static create(options: ActionsServiceOptions): ActionsService {
    return new ActionsService(options);
  }

  private constructor(options: ActionsServiceOptions) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<LifecycleActions> {
    const { people, gates, rules, transitions, transitionViews, waivers } =
      this.#options;
    const view = await people.view(credentials);
    const { ref } = entityIn(view, entityRef);
    const [found, open, last, granted, may] = await Promise.all([
      gates.look(ref, undefined),
      transitions.openOf([ref]),
      transitions.lastClosed(ref),
      waivers.of([ref]),
      this.#policy(ref, view),
    ]);
    if (!found) {
      throw entityNotFound(ref);
    }
    const now = (this.#options.now?.() ?? new Date()).toISOString();
    const transition = open.get(ref);
    const [shown, closed] = await Promise.all([
      transition && transitionViews.one(transition, view),
      last && transitionViews.list([last], view),
    ]);
    return {
      entity: linkIn(view.mine, ref),
      stage: stageOfEntity(
        { ...found.entity, stage: found.stage },
        rules.stages,
      ),
      declared: found.declared,
      ...(shown && {
        transition: {
          ...shown,
          mayApprove: shown.mayApprove && may.approve,
          mayWithdraw: shown.mayWithdraw && may.request,
        },
      }),
      ...(closed?.[0] && { last: closed[0] }),
      attestations: await this.#attestations(found, view, may.attest),
      waivers: [...(granted.get(ref)?.values() ?? [])]
        .filter(waiver => waiverState(waiver, now) === 'active')
        .map(waiver => this.#options.waiverService.view(waiver, view)),
      may: {
        request: may.request && answers(view, ref),
        waive: may.waive
          ? await this.#options.rights.waivable(found, view)
          : [],
        sunset: may.sunset && answers(view, ref),
      },
    };
  }

  /** What the policy lets the caller do, whatever the rules say. */
  async #policy(ref: string, { actor }: View) {
    const { people } = this.#options;
    const [request, approve, attest, waive, sunset] = await Promise.all(
      [
        lifecycleRequestPermission,
        lifecycleApprovePermission,
        lifecycleAttestPermission,
        lifecycleWaivePermission,
        lifecycleSunsetPermission,
      ].map(permission => people.allows(permission, ref, actor)),
    );
    return { request, approve, attest, waive, sunset };
  }

  /** The checks of the present stage and the next ones that people answer. */
  async #attestations(
    { entity, stage }: ReadLifecycle,
    view: View,
    allowed: boolean,
  ): Promise<LifecycleActions['attestations']> {
    const { gates, rules, attestations, attestationService } = this.#options;
    const { ref } = entity;
    const demanded = new Map(
      [gates.stage(stage), ...nextStagesOf(stage, rules.stages)]
        .flatMap(one => gates.demands(one?.id, entity))
        .filter(({ attestedBy }) => attestedBy)
        .map(check => [check.id, check]),
    );
    const last = (await attestations.of([ref])).get(ref);
    return [...demanded.values()].map(({ id, title, attestedBy }) => {
      const answer = last?.get(id);
      return {
        check: { id, title },
        version: answer?.version ?? 0,
        mayAnswer: allowed && spokenFor(view, ref, attestedBy).length > 0,
        ...(answer && {
          last: attestationService.view(answer, view, answer),
        }),
      };
    });
  }
}
