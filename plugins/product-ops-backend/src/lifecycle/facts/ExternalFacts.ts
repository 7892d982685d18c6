import type { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import {
  readEntityRef,
  type FactValue,
} from '@productops/backstage-plugin-product-ops-common';
import type { LifecycleFact } from '@productops/backstage-plugin-product-ops-node';
import type { DirectoryEntity } from '../../directory/types';

const HOUR_MS = 60 * 60 * 1000;
const TIMEOUT_MS = 60_000;
const MAX_TEXT = 500;
const MAX_ABOUT = 10;

export interface ExternalFactsOptions {
  facts: readonly LifecycleFact[];
  logger: LoggerService;
  /** How long one fact may take for a batch, in milliseconds. */
  timeoutMs?: number;
}

/** The facts that modules add. What one of them does wrong stays with it. */
export class ExternalFacts {
  readonly #facts: readonly LifecycleFact[];
  readonly #logger: LoggerService;
  readonly #timeoutMs: number;

  static create(options: ExternalFactsOptions): ExternalFacts {
    return new ExternalFacts(options);
  }

  private constructor(options: ExternalFactsOptions) {
    this.#facts = options.facts;
    this.#logger = options.logger;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** The values of all these facts, and the facts that could not be had. */
  async collect(entities: readonly DirectoryEntity[]): Promise<{
    values: ReadonlyMap<string, Array<[string, FactValue]>>;
    failed: ReadonlySet<string>;
  }> {
    const values = new Map<string, Array<[string, FactValue]>>();
    const failed = new Set<string>();
    if (entities.length === 0) {
      return { values, failed };
    }
    const asked = entities.map(
      ({ ref, kind, namespace, name, type, ownerRef, stage, tier }) => ({
        ref,
        kind,
        namespace,
        name,
        type,
        ownerRef,
        stage,
        tier,
      }),
    );
    await Promise.all(
      this.#facts.map(async fact => {
        try {
          const found = await this.#inTime(fact.collect(asked));
          for (const { ref } of asked) {
            const value = found.get(ref);
            if (value) {
              const ofEntity = values.get(ref) ?? [];
              values.set(ref, ofEntity);
              ofEntity.push([fact.id, bounded(value, fact)]);
            }
          }
        } catch (error) {
          failed.add(fact.id);
          this.#logger.warn(
            `Could not collect the fact ${fact.id}; what was known of it before stays`,
            error instanceof Error ? error : undefined,
          );
        }
      }),
    );
    return { values, failed };
  }

  /** Refs of entities for which a fact says that it has changed. */
  async changedSince(since: Date): Promise<Set<string>> {
    const changed = new Set<string>();
    for (const fact of this.#facts) {
      try {
        for (const ref of (await this.#inTime(
          Promise.resolve(fact.changes?.(since)),
        )) ?? []) {
          changed.add(ref.toLocaleLowerCase('en-US'));
        }
      } catch (error) {
        this.#logger.warn(
          `Could not ask what of the fact ${fact.id} has changed`,
          error instanceof Error ? error : undefined,
        );
      }
    }
    return changed;
  }

  /** After how long the value of a fact is asked for again, in milliseconds; never for one that tells of changes. */
  refreshMs(factId: string): number | undefined {
    const fact = this.#facts.find(({ id }) => id === factId);
    if (!fact) {
      return undefined;
    }
    if (fact.refreshEvery) {
      return durationToMilliseconds(fact.refreshEvery);
    }
    return fact.changes ? undefined : HOUR_MS;
  }

  async #inTime<T>(promise: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`No answer within ${this.#timeoutMs} ms`)),
        this.#timeoutMs,
      );
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A value of the type that the fact promises, cut to what is kept; what is of another type is not known. */
function bounded(value: FactValue, { type }: LifecycleFact): FactValue {
  const { evidence, about, until, notApplicable } = value;
  const text = (long: string) =>
    long.replaceAll('\u0000', '').slice(0, MAX_TEXT);
  // A page that links to these must not fail for one that is no ref.
  const named = (Array.isArray(about) ? about : [])
    .slice(0, MAX_ABOUT)
    .flatMap(ref => readEntityRef(ref) ?? []);
  const instant = until ? new Date(until) : undefined;
  const isRight =
    typeof value.value === type &&
    (type !== 'number' || Number.isFinite(value.value));
  return {
    ...(isRight && {
      value: typeof value.value === 'string' ? text(value.value) : value.value,
    }),
    ...(notApplicable && { notApplicable: true }),
    ...(evidence && { evidence: text(evidence) }),
    ...(named.length > 0 && { about: named }),
    ...(instant &&
      !Number.isNaN(instant.getTime()) && { until: instant.toISOString() }),
  };
}
