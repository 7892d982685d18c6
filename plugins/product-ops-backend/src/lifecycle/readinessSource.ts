import type { Knex } from 'knex';
import { keptWhile } from '../database/keptWhile';
import type { ReadinessSource } from '../ownership/readiness';
import { EvaluationStore } from './EvaluationStore';
import { ReadinessStore } from './ReadinessStore';

/** What other rooms learn of readiness from. It asks for no permission: callers do. */
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
