import type { Knex } from 'knex';
import { keptWhile } from '../database/keptWhile';
import { EvaluationStore } from './EvaluationStore';
import { ReadinessStore } from './ReadinessStore';

/** How the checks of entities count, by ref. */
export interface ReadinessSource {
  /**
   * All entities of which something is demanded; the same map until checks are answered anew. It asks for no permission:
   * callers do.
   */
  summaries(): Promise<
    ReadonlyMap<string, { passed: number; failed: number; open: number }>
  >;
}

/** What other rooms learn of readiness from. */
export function createReadinessSource(options: {
  knex: Knex;
}): ReadinessSource {
  const evaluation = EvaluationStore.create(options);
  const readiness = ReadinessStore.create(options);
  return {
    summaries: keptWhile(
      async () => `${(await evaluation.getState()).answeredAt?.getTime()}`,
      () => readiness.summaries(),
    ),
  };
}
