import type { LoggerService } from '@backstage/backend-plugin-api';
import { hash, randomUUID } from 'node:crypto';
import { chunksOf } from '../database/sql';
import type { DirectoryStore } from '../directory/types';
import { assess } from './assess';
import type { AssessmentStore } from './AssessmentStore';
import type { LifecycleRules } from './config';
import type { EvaluationStore, PendingEntity } from './EvaluationStore';
import type { ExternalFacts } from './facts/ExternalFacts';
import type { Collected, FactCollector } from './facts/FactCollector';
import type { People } from './facts/People';
import type { EntityWithFacts } from './facts/types';
import {
  SIGNATURE_RELATIONS,
  signatureOf,
  type NeighbourStore,
} from './NeighbourStore';
import { markForEvaluation } from './pending';
import type { LifecyclePorts } from './ports';

const BATCH = 500;
const READ_CHUNK = 1000;
const MAX_REPORTS = 1000;
/** Goes up when facts or rules are computed otherwise, so that all checks are answered anew. */
const VERSION = 1;

/** What one run did. */
export interface EvaluationRun {
  /** Entities that were looked at. */
  evaluated: number;
  rowsWritten: number;
  durationMs: number;
}

export interface LifecycleEvaluatorOptions {
  directory: DirectoryStore;
  store: EvaluationStore;
  assessments: AssessmentStore;
  neighbours: NeighbourStore;
  collector: FactCollector;
  external: ExternalFacts;
  rules: LifecycleRules;
  ports: LifecyclePorts;
  logger: LoggerService;
  now?: () => Date;
}

/**
 * Answers the checks of entities of which something has changed: themselves, what they depend on, their documents, the
 * answers of people, a fact of a module, or the time.
 *
 * All that is to be done is on one list in the database, and is taken off it with what came of it: a run that is cut off
 * is continued by whoever is next.
 */
export class LifecycleEvaluator {
  readonly #options: LifecycleEvaluatorOptions;
  readonly #rules: string;

  static create(options: LifecycleEvaluatorOptions): LifecycleEvaluator {
    return new LifecycleEvaluator(options);
  }

  private constructor(options: LifecycleEvaluatorOptions) {
    this.#options = options;
    this.#rules = hash(
      'sha1',
      JSON.stringify([VERSION, options.rules.stages, options.rules.checks]),
      'base64url',
    );
  }

  /** Brings all answers up to date. Does nothing before the directory was filled once. */
  async run(options: { signal?: AbortSignal } = {}): Promise<EvaluationRun> {
    const started = performance.now();
    const { directory, store } = this.#options;
    const { refreshedAt } = await directory.getState();
    const done = { evaluated: 0, rowsWritten: 0 };
    if (refreshedAt) {
      const run = randomUUID();
      const now = this.#now();
      await store.begin(run);
      await this.#enqueueChanges(run, now);
      await this.#drain(run, now, done, options.signal);
      await store.write(run, async trx => {
        const state = await store.getState(trx);
        await store.saveState(trx, {
          ...state,
          answeredAt: now,
          last: { ...done, durationMs: performance.now() - started },
        });
      });
      await this.#reportRegressions();
      if (done.rowsWritten > 0) {
        await this.#options.ports.events?.onAnswered?.();
      }
    }
    return { ...done, durationMs: performance.now() - started };
  }

  /** Puts all on the list that changed since the last run. */
  async #enqueueChanges(run: string, now: Date): Promise<void> {
    const { directory, store, neighbours, external } = this.#options;
    const [state, { version }] = await Promise.all([
      store.getState(),
      directory.getState(),
    ]);
    // A directory that was made anew counts from the beginning.
    const anew = version < state.directoryVersion;
    const otherRules = state.rules !== this.#rules;
    const all = anew || otherRules;
    const [changed, told] = await Promise.all([
      directory.listChanges({
        after: anew ? 0 : state.directoryVersion,
        upTo: version,
      }),
      all || !state.answeredAt
        ? new Set<string>()
        : external.changedSince(state.answeredAt),
    ]);
    const signatures = await this.#signaturesOf([...changed]);
    const affected = all
      ? []
      : await neighbours.dependentsOf(await neighbours.differing(signatures));
    await store.write(run, async trx => {
      await neighbours.save(trx, signatures);
      if (all) {
        await store.enqueueAll(trx, { quiet: otherRules });
      }
      await markForEvaluation(trx, [...changed, ...affected, ...told]);
      await store.enqueueDue(trx, now);
      await store.forgetRemoved(trx, version);
      await store.saveState(trx, {
        ...state,
        firstAt: state.firstAt ?? now,
        directoryVersion: version,
        rules: this.#rules,
      });
    });
  }

  async #signaturesOf(
    refs: readonly string[],
  ): Promise<Map<string, string | undefined>> {
    const { directory } = this.#options;
    const signatures = new Map<string, string | undefined>();
    for (const chunk of chunksOf(refs, READ_CHUNK)) {
      const [entities, relations] = await Promise.all([
        directory.getEntities(chunk),
        directory.getRelationsOfMany(chunk, { types: SIGNATURE_RELATIONS }),
      ]);
      for (const ref of chunk) {
        const entity = entities.get(ref);
        signatures.set(ref, entity && signatureOf(entity, relations.get(ref)));
      }
    }
    return signatures;
  }

  async #drain(
    run: string,
    now: Date,
    done: { evaluated: number; rowsWritten: number },
    signal?: AbortSignal,
  ): Promise<void> {
    const people = this.#options.collector.newRun();
    let after = '';
    for (;;) {
      signal?.throwIfAborted();
      const pending = await this.#options.store.listPending(after, BATCH);
      if (pending.length === 0) {
        return;
      }
      done.rowsWritten += await this.#evaluate(run, pending, { now, people });
      done.evaluated += pending.length;
      after = pending[pending.length - 1].entityRef;
    }
  }

  /** Answers the checks of some entities, and takes these off the list. */
  async #evaluate(
    run: string,
    pending: readonly PendingEntity[],
    options: { now: Date; people: People },
  ): Promise<number> {
    const { store, assessments, collector, external, rules, ports } =
      this.#options;
    const { now } = options;
    const refs = pending.map(({ entityRef }) => entityRef);
    const [collected, attestations, waivers] = await Promise.all([
      collector.collect(refs, options),
      ports.attestations?.of(refs),
      ports.waivers?.of(refs),
    ]);
    const staged = await this.#withEarlierFacts(collected);
    const assessed = staged.map(entity =>
      assess(entity, {
        rules,
        attestations: attestations?.get(entity.entity.ref),
        waivers: waivers?.get(entity.entity.ref),
        now,
        refreshMs: id => external.refreshMs(id),
      }),
    );
    const kept = new Set(assessed.map(({ entityRef }) => entityRef));
    return store.write(run, async trx => {
      // Modules may take long to answer: what has moved meanwhile stays on the list, for the answers are of another stage.
      const stages = await store.stagesOf(trx, refs);
      const stays = (ref: string) =>
        stages.has(ref) === collected.entities.has(ref) &&
        stages.get(ref) === collected.entities.get(ref)?.stage;
      const { rowsWritten, stageChanges } = await assessments.save(
        trx,
        assessed.filter(({ entityRef }) => stays(entityRef)),
        {
          gone: refs.filter(ref => !kept.has(ref) && stays(ref)),
          quiet: new Set(
            pending.flatMap(({ entityRef, quiet }) =>
              quiet ? [entityRef] : [],
            ),
          ),
          at: now,
        },
      );
      await store.done(
        trx,
        pending.filter(({ entityRef }) => stays(entityRef)),
      );
      if (stageChanges.length > 0) {
        await ports.events?.onStageChange?.(trx, stageChanges);
      }
      return rowsWritten;
    });
  }

  /** What a module cannot say now is as it was. */
  async #withEarlierFacts({
    staged,
    failedFacts,
  }: Collected): Promise<EntityWithFacts[]> {
    if (failedFacts.size === 0) {
      return staged;
    }
    const earlier = await this.#options.store.factsOf(
      staged.map(({ entity }) => entity.ref),
    );
    return staged.map(entity => {
      const facts = new Map(entity.facts);
      for (const id of failedFacts) {
        const value = earlier.get(entity.entity.ref)?.[id];
        if (value) {
          facts.set(id, value);
        }
      }
      return { ...entity, facts };
    });
  }

  /** Tells of each check that passed and does not any more, once. */
  async #reportRegressions(): Promise<void> {
    const { store, ports, logger } = this.#options;
    for (const regression of await store.listUnreported(MAX_REPORTS)) {
      if (!(await store.claimRegression(regression.id))) {
        continue;
      }
      try {
        await ports.events?.onRegression?.(regression);
      } catch (error) {
        await store.returnRegression(regression.id);
        logger.warn(
          `Could not tell that ${regression.checkId} fails for ${regression.entityRef}; the next run tries again`,
          error instanceof Error ? error : undefined,
        );
        // What cannot be told of one will not be told of the next either: nobody waits for a thousand of them.
        return;
      }
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
