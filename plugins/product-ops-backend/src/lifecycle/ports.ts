import type {
  AttestationAnswer,
  CheckStanding,
  StageChangeCause,
  WaiverAnswer,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';

/** The last answers of people to checks, by entity and check. */
export interface Attestations {
  of(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, AttestationAnswer>>>;
}

/** Granted exceptions, by entity and check; one that has expired may be among them. */
export interface Waivers {
  of(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, WaiverAnswer>>>;
}

/** A drill of a recovery. */
export interface DrillResult {
  /** When it ended, ISO 8601 in UTC. */
  at: string;
  /** Whether the recovery objectives were kept. */
  kept: boolean;
  /** Until when it proves anything, ISO 8601 in UTC; for ever when absent. */
  validUntil?: string;
}

/** The last drill of entities. */
export interface Drills {
  of(refs: readonly string[]): Promise<ReadonlyMap<string, DrillResult>>;
}

/** The stages of entities that declare none in a file: ids of configured stages. */
export interface RecordedStages {
  of(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** A stage of an entity that the suite saw change. */
export interface StageChange {
  entityRef: string;
  /** Nothing when the suite sees the entity for the first time, or it had none. */
  from?: string;
  /** Nothing when it has none any more, or has left the catalog. */
  to?: string;
  /** Why, where the suite knows. */
  cause?: StageChangeCause;
  at: Date;
}

/** A check that passed does not any more, and the present stage demands it. */
export interface CheckRegression {
  entityRef: string;
  checkId: string;
  /** `failed`, or `open` when the answer of a person has expired. */
  standing: CheckStanding;
}

/** Who is told of what the evaluation finds. */
export interface LifecycleEvents {
  /**
   * A check does not pass any more. Told once for each time it happens; a rejection has it told again with the next
   * run.
   */
  onRegression?(regression: CheckRegression): Promise<void>;

  /** A run is over that has answered something otherwise than before. */
  onAnswered?(): Promise<void>;

  /** Stages changed. Part of the transaction that writes them: whatever is written with `trx` stays or goes with them. */
  onStageChange?(trx: Knex, changes: readonly StageChange[]): Promise<void>;
}

/** What other rooms tell the evaluation, and what it tells them. All of it may be left out. */
export interface LifecyclePorts {
  attestations?: Attestations;
  waivers?: Waivers;
  drills?: Drills;
  recordedStages?: RecordedStages;
  events?: LifecycleEvents;
}
