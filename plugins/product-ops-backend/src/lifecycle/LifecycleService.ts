import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  answerCheck,
  approverTitle,
  demandsOf,
  nextStagesOf,
  readinessOf,
  remedyOf,
  stageEntryOf,
  stageRank,
  waiverCounts,
  type Approver,
  type CheckDefinition,
  type CheckResult,
  type EntityLifecycle,
  type LifecycleApprover,
  type LifecycleCheck,
  type NextStage,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity, DirectoryStore } from '../directory/types';
import { effectiveRoles, fileNameOf } from '../overview/entityFacts';
import { EntityLinks } from '../overview/EntityLinks';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { Visibility } from '../permissions/types';
import { checksFor } from './assess';
import type { LifecycleRules } from './config';
import type { EvaluationStore } from './EvaluationStore';
import type { StageHistory } from './history/StageHistory';
import type { LifecycleStore } from './LifecycleStore';
import type { LifecyclePorts } from './ports';
import { railOf } from './rail';
import { stageOfEntity } from '../directory/stageOfEntity';

const MAX_HOLDERS = 50;

export interface LifecycleServiceOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  store: LifecycleStore;
  history: Pick<StageHistory, 'of'>;
  evaluation: EvaluationStore;
  rules: LifecycleRules;
  ports: LifecyclePorts;
  now?: () => Date;
}

/** All that is known of an entity's life before it is told to anybody. */
export interface ReadLifecycle {
  entity: DirectoryEntity;
  product?: DirectoryEntity;
  /** The stage that it is in: the declared one, else the recorded one. */
  stage?: string;
  /** All checks that any stage demands of it, answered. */
  results: ReadonlyMap<string, CheckResult>;
}

/** The view of one entity that answers are made in. */
interface View {
  read: ReadLifecycle;
  since: (checkId: string) => string | undefined;
  links: EntityLinks;
}

/** Where entities are in their life, what their stage demands, and what the next ones would. */
export class LifecycleService {
  readonly #options: LifecycleServiceOptions;

  static create(options: LifecycleServiceOptions): LifecycleService {
    return new LifecycleService(options);
  }

  private constructor(options: LifecycleServiceOptions) {
    this.#options = options;
  }

  /** The answer to one caller; rejects where that one may not read the entity. */
  async get(
    entityRef: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<EntityLifecycle> {
    const { directory, visibility, store, history, evaluation, rules } =
      this.#options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    const [read, kept, changed, stageChanges, state] = await Promise.all([
      this.read(ref),
      store.get(ref),
      store.checksSince(ref),
      history.of(ref),
      evaluation.getState(),
    ]);
    const named = read ? [...namedBy(read), ...namedByRules(rules)] : [];
    const [others, readable] = await Promise.all([
      directory.getEntities(named),
      visibility.filterReadable([ref, ...named], credentials),
    ]);
    if (!read || !readable.has(ref)) {
      throw entityNotFound(ref);
    }
    const entities = new Map([...others, [ref, read.entity]]);
    const view: View = {
      read,
      since: id => (changed.get(id) ?? kept?.firstAt)?.toISOString(),
      links: EntityLinks.create({ entities, readable }),
    };
    const { entity, stage } = read;
    const present = checksFor(rules, { ...entity, stage }).present;
    const { milestones } = entity.facts;
    const entry = stageEntryOf(
      stage,
      stageChanges[stageChanges.length - 1],
      milestones,
    );
    return {
      entity: view.links.link(ref),
      stage: stageOfEntity({ ...entity, stage }, rules.stages),
      ...entry,
      rail: railOf({
        stage,
        milestones,
        stages: rules.stages,
        changes: stageChanges,
        now: this.#now(),
      }),
      readiness: readinessOf(present.map(({ id }) => read.results.get(id)!)),
      checks: present.map(check => this.#check(check, view)),
      next: nextStagesOf(stage, rules.stages).map(next =>
        this.#next(next.id, view),
      ),
      ...(kept &&
        state.answeredAt && { evaluatedAt: state.answeredAt.toISOString() }),
    };
  }

  /**
   * What is known of an entity, with all checks that any stage demands of it answered this very moment, by facts as they
   * were last looked at; nothing when there is no such entity. It asks for no permission.
   */
  async read(entityRef: string): Promise<ReadLifecycle | undefined> {
    const { directory, store, rules, ports } = this.#options;
    const [neighbourhood, kept, attestations, waivers, recorded] =
      await Promise.all([
        directory.getNeighbourhood(entityRef, { types: ['partOf'] }),
        store.get(entityRef),
        ports.attestations?.of([entityRef]),
        ports.waivers?.of([entityRef]),
        ports.recordedStages?.of([entityRef]),
      ]);
    if (!neighbourhood) {
      return undefined;
    }
    const { entity, entities } = neighbourhood;
    const stage = entity.stage ?? recorded?.get(entityRef);
    const product = [
      entity.productRef,
      ...(neighbourhood.relations.get('partOf')?.targets ?? []),
    ].find(ref => ref?.startsWith('product:'));
    const now = this.#now().toISOString();
    return {
      entity,
      ...(product && { product: entities.get(product) }),
      stage,
      results: new Map(
        checksFor(rules, { ...entity, stage }).all.map(check => [
          check.id,
          answerCheck(
            check,
            {
              facts: kept?.facts ?? new Map(),
              attestation: attestations?.get(entityRef)?.get(check.id),
              waiver: waivers?.get(entityRef)?.get(check.id),
            },
            { now, stages: rules.stages },
          ),
        ]),
      ),
    };
  }

  #check(check: CheckDefinition, view: View): LifecycleCheck {
    const { read, links } = view;
    const { entity } = read;
    const result = read.results.get(check.id)!;
    const { outcome, evidence, about = [], answered, waiver, until } = result;
    const file = fileNameOf(entity);
    const open = outcome === 'failed' || outcome === 'unanswered';
    const remedy = open
      ? remedyOf(check, { kind: entity.kind, file, editUrl: entity.editUrl })
      : undefined;
    const since = view.since(check.id);
    return {
      id: check.id,
      title: check.title,
      ...(check.description && { description: check.description }),
      outcome,
      evidence,
      ...(about.length > 0 && { about: about.map(ref => links.link(ref)) }),
      ...(since && { since }),
      ...(until && { until }),
      ...(check.attestedBy && {
        answeredBy: check.attestedBy.map(who => approverOf(who, view)),
      }),
      ...(answered && {
        answer: { by: links.link(answered.by), at: answered.at },
      }),
      ...(waiver && {
        waiver: {
          until: waiver.until,
          reason: waiver.reason,
          by: links.link(waiver.by),
        },
      }),
      ...(remedy && { remedy }),
    };
  }

  #next(stageId: string, view: View): NextStage {
    const { stages, checks } = this.#options.rules;
    const { entity, stage } = view.read;
    const results = this.#resultsAt(stageId, view.read);
    const next = stages.find(({ id }) => id === stageId)!;
    const demanded = demandsOf(next, entity, checks);
    const from = stageRank(stage, stages) ?? -1;
    return {
      stage: next.id,
      title: next.title,
      direction: stageRank(next.id, stages)! > from ? 'forward' : 'back',
      readiness: readinessOf(demanded.map(({ id }) => results.get(id)!)),
      checks: demanded.map(check =>
        this.#check(check, { ...view, read: { ...view.read, results } }),
      ),
      approvers: (next.approvers ?? []).map(who => approverOf(who, view)),
      fourEyes: next.fourEyes ?? true,
    };
  }

  /** The answers as the gate of a stage goes by them. */
  #resultsAt(
    stage: string,
    { results }: ReadLifecycle,
  ): ReadLifecycle['results'] {
    const { stages } = this.#options.rules;
    return new Map(
      [...results].map(([id, { waiver, ...result }]) => [
        id,
        waiver && waiverCounts(waiver, { stage, stages })
          ? { ...result, waiver }
          : result,
      ]),
    );
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

/** Who has a say for an entity: the owner, the holders of a role, or the one that is named. Full refs. */
export function holdersOf(
  approver: Approver,
  { entity, product }: Pick<ReadLifecycle, 'entity' | 'product'>,
): string[] {
  if (approver === 'owner') {
    return entity.ownerRef ? [entity.ownerRef] : [];
  }
  return approver.includes(':')
    ? [approver]
    : effectiveRoles(entity, product)
        .filter(({ role }) => role === approver)
        .map(({ holderRef }) => holderRef)
        .slice(0, MAX_HOLDERS);
}

function approverOf(
  approver: Approver,
  { read, links }: View,
): LifecycleApprover {
  return {
    approver,
    title: approver.includes(':')
      ? links.link(approver).title
      : approverTitle(approver),
    holders: holdersOf(approver, read).map(ref => links.link(ref)),
  };
}

/** The entities that an answer about one names. */
function namedBy({ entity, product, results }: ReadLifecycle): string[] {
  return [
    ...new Set([
      ...[entity.ownerRef].flatMap(ref => ref ?? []),
      ...effectiveRoles(entity, product).map(({ holderRef }) => holderRef),
      ...[...results.values()].flatMap(({ about = [], waiver }) => [
        ...about,
        ...(waiver ? [waiver.by] : []),
      ]),
    ]),
  ];
}

/** The groups and users that have a say wherever they are asked. */
function namedByRules({ stages, checks }: LifecycleRules): string[] {
  return [
    ...stages.flatMap(({ approvers = [] }) => approvers),
    ...checks.flatMap(({ attestedBy = [] }) => attestedBy),
  ].filter(who => who.includes(':'));
}
