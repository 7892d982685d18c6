import { RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import type {
  RecoveryGraph,
  RecoveryObjectives,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { ENTITIES, RELATIONS } from '../../directory/tables';
import type { DirectoryFacts, DirectoryStore } from '../../directory/types';
import type { VisibleFilter } from '../../permissions/types';

const NOTHING: RecoveryObjectives = {};
const NOBODY: readonly string[] = [];

/** All promises and dependencies of the catalog. */
interface Ground {
  dependsOn: ReadonlyMap<string, readonly string[]>;
  promised: ReadonlyMap<string, RecoveryObjectives>;
}

/** What recoveries rest on, read once for each change of the directory. */
export class RecoveryGround {
  readonly #knex: Knex;
  readonly #directory: Pick<DirectoryStore, 'getState'>;
  #current: { version: number; ground: Promise<Ground> } | undefined;

  static create(options: {
    knex: Knex;
    directory: Pick<DirectoryStore, 'getState'>;
  }): RecoveryGround {
    return new RecoveryGround(options.knex, options.directory);
  }

  private constructor(knex: Knex, directory: Pick<DirectoryStore, 'getState'>) {
    this.#knex = knex;
    this.#directory = directory;
  }

  /** What a caller may know of it. */
  async graph(visible: VisibleFilter): Promise<RecoveryGraph> {
    const { dependsOn, promised } = await this.#get();
    const readable = visible === 'none' ? NOBODY : visible;
    const known = readable === 'all' ? undefined : new Set(readable);
    return {
      has: ref => known?.has(ref) ?? true,
      dependsOn: ref => dependsOn.get(ref) ?? NOBODY,
      promised: ref => promised.get(ref) ?? NOTHING,
    };
  }

  /** The entities that promise something, whoever may know. */
  async promising(): Promise<ReadonlyMap<string, RecoveryObjectives>> {
    return (await this.#get()).promised;
  }

  async #get(): Promise<Ground> {
    const { version } = await this.#directory.getState();
    if (this.#current?.version !== version) {
      const next = { version, ground: this.#read() };
      this.#current = next;
      next.ground.catch(() => {
        // The next question tries again.
        if (this.#current === next) {
          this.#current = undefined;
        }
      });
    }
    return this.#current!.ground;
  }

  async #read(): Promise<Ground> {
    const knex = this.#knex;
    const [edges, entities] = await Promise.all([
      knex(`${RELATIONS} as r`)
        .join(`${ENTITIES} as e`, 'e.entity_ref', 'r.target_ref')
        .where({ 'r.type': RELATION_DEPENDS_ON })
        .orderBy(['r.source_ref', 'r.target_ref'])
        .select({ from: 'r.source_ref', to: 'r.target_ref' }),
      knex(ENTITIES)
        .where('facts', 'like', '%"rto":%')
        .orWhere('facts', 'like', '%"rpo":%')
        .select('entity_ref', 'facts'),
    ]);
    const dependsOn = new Map<string, string[]>();
    for (const { from, to } of edges as Array<{ from: string; to: string }>) {
      const targets = dependsOn.get(from);
      if (targets) {
        targets.push(to);
      } else {
        dependsOn.set(from, [to]);
      }
    }
    const promised = new Map<string, RecoveryObjectives>();
    for (const row of entities as Array<Record<string, string>>) {
      const { rto, rpo }: DirectoryFacts = JSON.parse(row.facts);
      if (rto || rpo) {
        promised.set(row.entity_ref, {
          ...(rto && { rto }),
          ...(rpo && { rpo }),
        });
      }
    }
    return { dependsOn, promised };
  }
}
