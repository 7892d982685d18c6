import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import limiterFactory from 'p-limit';
import type { LiveUpdates } from '../../messages/types';
import { goalsOf, queryHashOf } from './goalModel';
import type { GoalQueries } from './GoalQueries';
import type { GoalStore } from './GoalStore';
import type { MetricsConfig } from './metricsConfig';
import type { MetricStore } from './MetricStore';
import {
  MetricSourceError,
  PrometheusReader,
  type MetricReading,
} from './PrometheusReader';

export interface MetricsReadingTaskOptions {
  config: MetricsConfig;
  queries: GoalQueries;
  goals: GoalStore;
  metrics: MetricStore;
  live: LiveUpdates;
  logger: LoggerService;
  now?: () => Date;
}

/** A question, and the goals that ask it. */
interface Question {
  prometheus: string;
  query: string;
  hash: string;
  goals: Array<{ entityRef: string; goalId: string }>;
}

/** Reads the metrics of goals from the servers of the configuration: each question once, however many goals ask it. */
export class MetricsReadingTask {
  readonly #options: MetricsReadingTaskOptions;
  readonly #readers: ReadonlyMap<string, PrometheusReader>;

  static create(options: MetricsReadingTaskOptions): MetricsReadingTask {
    return new MetricsReadingTask(options);
  }

  private constructor(options: MetricsReadingTaskOptions) {
    this.#options = options;
    this.#readers = new Map(
      [...options.config.servers].map(([name, server]) => [
        name,
        PrometheusReader.create(server),
      ]),
    );
  }

  async run(options: { signal?: AbortSignal } = {}) {
    const questions = await this.#questions();
    const limit = limiterFactory(this.#options.config.concurrency);
    const outcomes = await Promise.all(
      questions.map(question =>
        limit(async () =>
          options.signal?.aborted ? 'skipped' : this.#ask(question, options),
        ),
      ),
    );
    const count = (wanted: string) =>
      outcomes.filter(outcome => outcome === wanted).length;
    const told = { read: count('read'), failed: count('failed') };
    if (told.read + told.failed > 0) {
      await this.#options.live.changed({ room: 'roadmap' });
    }
    return told;
  }

  async #questions(): Promise<Question[]> {
    const { queries, goals } = this.#options;
    const entities = await queries.entities({ visible: 'all' });
    const recorded = await goals.listOfMany(entities.map(({ ref }) => ref));
    const questions = new Map<string, Question>();
    for (const entity of entities) {
      for (const { id, fields } of goalsOf(entity, recorded.get(entity.ref))) {
        const source = fields.metric?.source;
        if (source) {
          const hash = queryHashOf(source);
          const question = questions.get(hash) ?? {
            ...source,
            hash,
            goals: [],
          };
          questions.set(hash, question);
          question.goals.push({ entityRef: entity.ref, goalId: id });
        }
      }
    }
    return [...questions.values()];
  }

  async #ask(
    { prometheus, query, hash, goals }: Question,
    { signal }: { signal?: AbortSignal },
  ): Promise<'read' | 'failed'> {
    const { metrics, logger, config } = this.#options;
    const now = this.#options.now?.() ?? new Date();
    let reading: MetricReading;
    try {
      const reader = this.#readers.get(prometheus);
      if (!reader) {
        const known = [...config.servers.keys()].join(', ') || 'none';
        throw new MetricSourceError(
          `No server ${prometheus} is configured; there is ${known}`,
        );
      }
      reading = await reader.read(query, { now, signal });
    } catch (error) {
      if (!(error instanceof MetricSourceError)) {
        logger.warn(
          `A metric could not be read from ${prometheus}`,
          toError(error),
        );
      }
      const message =
        error instanceof MetricSourceError
          ? error.message
          : 'It could not be read; the log of the backend says why';
      for (const goal of goals) {
        await metrics.readFailed(goal, {
          error: message,
          queryHash: hash,
          now,
        });
      }
      return 'failed';
    }
    for (const goal of goals) {
      await metrics.readSucceeded(goal, {
        ...reading,
        source: `prometheus:${prometheus}`,
        queryHash: hash,
        now,
      });
    }
    return 'read';
  }
}
