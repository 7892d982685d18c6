import {
  demandsOf,
  type CheckDefinition,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList } from '../database/sql';
import type { DirectoryEntity } from '../directory/types';
import type { StandingsStore } from './StandingsStore';
import type { LifecycleRules } from './config';
import { READINESS } from './EvaluationStore';
import type { LifecycleService, ReadLifecycle } from './LifecycleService';
import type { FrozenCheck } from './transitions/TransitionStore';

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
  readonly #knex: Knex;

  static create(options: {
    lifecycle: Pick<LifecycleService, 'read'>;
    rules: LifecycleRules;
    standings: StandingsStore;
    knex: Knex;
  }): Gates {
    return new Gates(options);
  }

  private constructor(options: Parameters<typeof Gates.create>[0]) {
    this.#lifecycle = options.lifecycle;
    this.#rules = options.rules;
    this.#standings = options.standings;
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

  /** The entity with all checks that a stage demands; nothing when it is not there. */
  async look(
    entityRef: string,
    stageId: string | undefined,
  ): Promise<GateNow | undefined> {
    const read = await this.#lifecycle.read(entityRef);
    return (
      read && {
        ...read,
        declared: read.entity.declaredLifecycle !== undefined,
        gate: this.demands(stageId, read.entity).map(({ id, title }) => ({
          ...read.results.get(id)!,
          title,
        })),
      }
    );
  }

  /** The checks that keep gates closed as they were last looked at: a bounded number of queries for a whole list. */
  async blocking(
    gates: ReadonlyArray<{ entity: DirectoryEntity; stage: string }>,
  ): Promise<Map<string, CheckDefinition[]>> {
    const rows: Array<{ entity_ref: string; profile: string }> =
      await this.#knex(READINESS)
        .select('entity_ref', 'profile')
        .where(
          inList(
            this.#knex,
            'entity_ref',
            gates.map(({ entity }) => entity.ref),
          ),
        );
    const profiles = new Map(rows.map(row => [row.entity_ref, row.profile]));
    const standings = await this.#standings.of(profiles.values());
    return new Map(
      gates.map(({ entity, stage }) => {
        const of = standings.get(profiles.get(entity.ref) ?? '');
        return [
          entity.ref,
          this.demands(stage, entity).filter(({ id }) =>
            ['failed', 'open'].includes(of?.get(id)?.standing ?? 'open'),
          ),
        ];
      }),
    );
  }
}
