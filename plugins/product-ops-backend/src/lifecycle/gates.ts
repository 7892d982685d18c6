import {
  demandsOf,
  waiverCounts,
  type CheckDefinition,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList } from '../database/sql';
import type { DirectoryEntity } from '../directory/types';
import type { StandingsStore } from './StandingsStore';
import type { LifecycleRules } from './config';
import { READINESS } from './EvaluationStore';
import type { Waivers } from './ports';
import type { LifecycleService, ReadLifecycle } from './LifecycleService';
import type {
  FrozenCheck,
  TransitionStore,
} from './transitions/TransitionStore';

/** What is so with an entity and the gate of a stage, this very moment. */
export interface GateNow extends ReadLifecycle {
  declared: boolean;
  gate: FrozenCheck[];
}

/** Looks at gates. It asks for no permission: callers do. */
export class Gates {
  readonly #lifecycle: Pick<LifecycleService, 'read'>;
  readonly #rules: LifecycleRules;
  readonly #standings: StandingsStore;
  readonly #transitions: Pick<TransitionStore, 'openOf'>;
  readonly #waivers: Waivers;
  readonly #knex: Knex;

  static create(options: {
    lifecycle: Pick<LifecycleService, 'read'>;
    rules: LifecycleRules;
    standings: StandingsStore;
    transitions: Pick<TransitionStore, 'openOf'>;
    waivers: Waivers;
    knex: Knex;
  }): Gates {
    return new Gates(options);
  }

  private constructor(options: Parameters<typeof Gates.create>[0]) {
    this.#lifecycle = options.lifecycle;
    this.#rules = options.rules;
    this.#standings = options.standings;
    this.#transitions = options.transitions;
    this.#waivers = options.waivers;
    this.#knex = options.knex;
  }

  stage(id: string | undefined): StageDefinition | undefined {
    return this.#rules.stages.find(stage => stage.id === id);
  }

  /** The checks that a stage demands of an entity. */
  demands(
    stageId: string | undefined,
    entity: { kind: string; tier?: number; type?: string },
  ): CheckDefinition[] {
    return demandsOf(this.stage(stageId), entity, this.#rules.checks);
  }

  /**
   * The entity with all checks that a stage demands; nothing when it is not there. An exception opens the gate only
   * where whoever granted it has a say for the stage, and did not ask for it.
   *
   * @param requestedBy - who is about to ask for the stage; else who asked for the one that is open counts
   */
  async look(
    entityRef: string,
    stageId: string | undefined,
    requestedBy?: string,
  ): Promise<GateNow | undefined> {
    const [read, open] = await Promise.all([
      this.#lifecycle.read(entityRef),
      this.#transitions.openOf([entityRef]),
    ]);
    const asks = requestedBy ?? open.get(entityRef)?.requestedBy;
    return (
      read && {
        ...read,
        declared: read.entity.declaredLifecycle !== undefined,
        gate: this.demands(stageId, read.entity).map(({ id, title }) => {
          const { waiver, ...result } = read.results.get(id)!;
          return {
            ...result,
            ...(waiver && this.counts(waiver, stageId!, asks) && { waiver }),
            title,
          };
        }),
      }
    );
  }

  /** Whether the gate of a stage goes by an exception, when somebody asks for that stage. */
  counts(
    waiver: { by: string; stages?: readonly string[] },
    stageId: string,
    requestedBy: string | undefined,
  ): boolean {
    const { stages } = this.#rules;
    const fourEyes = this.stage(stageId)?.fourEyes ?? true;
    return waiverCounts(waiver, {
      stage: stageId,
      stages,
      ...(fourEyes && { requestedBy }),
    });
  }

  /** The checks that keep gates closed as they were last looked at: a bounded number of queries for a whole list. */
  async blocking(
    gates: ReadonlyArray<{ entity: DirectoryEntity; stage: string }>,
  ): Promise<Map<string, CheckDefinition[]>> {
    const refs = gates.map(({ entity }) => entity.ref);
    const [rows, waivers, open]: [
      Array<{ entity_ref: string; profile: string }>,
      Awaited<ReturnType<Waivers['of']>>,
      Awaited<ReturnType<TransitionStore['openOf']>>,
    ] = await Promise.all([
      this.#knex(READINESS)
        .select('entity_ref', 'profile')
        .where(inList(this.#knex, 'entity_ref', refs)),
      this.#waivers.of(refs),
      this.#transitions.openOf(refs),
    ]);
    const profiles = new Map(rows.map(row => [row.entity_ref, row.profile]));
    const standings = await this.#standings.of(profiles.values());
    return new Map(
      gates.map(({ entity: { ref, ...entity }, stage }) => {
        const of = standings.get(profiles.get(ref) ?? '');
        return [
          ref,
          this.demands(stage, entity).filter(({ id }) => {
            const standing = of?.get(id)?.standing ?? 'open';
            const waiver = waivers.get(ref)?.get(id);
            return (
              ['failed', 'open'].includes(standing) ||
              (standing === 'waived' &&
                !(
                  waiver &&
                  this.counts(waiver, stage, open.get(ref)?.requestedBy)
                ))
            );
          }),
        ];
      }),
    );
  }
}
