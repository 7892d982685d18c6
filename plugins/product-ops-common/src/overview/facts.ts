import type { Alert, EntityLink, RunbookSummary, Source } from '../api/types';
import type {
  AnnotationProblem,
  OwnershipRole,
  ProductMilestones,
  RecoveryObjectives,
} from '../product';
import type { StageDefinition } from '../lifecycle';
import type { ResolvedRoadmapItem } from '../roadmap';
import type { DrillFacts } from '../runbooks';

/**
 * An entity that another one names, as far as rules need it.
 *
 * @public
 */
export type NamedEntity = Pick<EntityLink, 'ref' | 'title' | 'known'>;

/**
 * What is to be known of an entity before the rules can say what needs attention. Every field but the
 * first three may be left out: a rule whose facts are not there says nothing.
 *
 * @public
 */
export interface EntityFacts {
  /** The full ref. */
  ref: string;
  /** The kind, in any case. */
  kind: string;
  title: string;
  /** Where the catalog-info file is, for the places that say which lines to add. */
  file?: string;
  /** Where the catalog-info file can be edited. */
  editUrl?: string;
  /** The accountable owner; nothing when none is declared. */
  owner?: NamedEntity & {
    /** How many people are in it, its subgroups included: one for a user; left out when not known. */
    members?: number;
  };
  /** Everybody who holds a role, also by way of the product that the entity is a part of. */
  roles?: ReadonlyArray<{ role: OwnershipRole; holder: NamedEntity }>;
  /** The value of `spec.lifecycle` as written. */
  lifecycle?: string;
  /** From 1 to 4. */
  tier?: number;
  objectives?: RecoveryObjectives;
  /** What drills of its recovery came to; left out where that is not asked. */
  drills?: DrillFacts;
  milestones?: ProductMilestones;
  /** Who takes over after the sunset. */
  successor?: NamedEntity;
  /** What the entity depends on, directly. */
  dependencies?: ReadonlyArray<
    NamedEntity & { lifecycle?: string; objectives?: RecoveryObjectives }
  >;
  /** What it rests on by way of what it depends on, and what leads there, by title: where that promises less. */
  restsOn?: ReadonlyArray<
    NamedEntity & { objectives: RecoveryObjectives; way: readonly string[] }
  >;
  /** The alerts that fire on it now; left out where that is not asked. */
  alerts?: ReadonlyArray<
    Pick<Alert, 'id' | 'name' | 'labels' | 'summary' | 'startsAt'> & {
      /** The title of the runbook that answers it. */
      runbook?: string;
    }
  >;
  /** What depends on the entity, directly: how many there are. */
  dependents?: number;
  /** The ids of its goals. Left out, the goals of roadmap items are not checked. */
  goals?: readonly string[];
  /** Its roadmap; left out when it declares none. */
  roadmap?: readonly ResolvedRoadmapItem[];
  /** Its runbooks; an empty list when it has none, left out when that is not known yet. */
  runbooks?: ReadonlyArray<
    Pick<
      RunbookSummary,
      'id' | 'title' | 'type' | 'stale' | 'staleBecause' | 'reviewDue'
    > & {
      owner?: NamedEntity;
    }
  >;
  /** The declared files and how reading them went. */
  sources?: readonly Source[];
  /** Annotations that could not be used. */
  annotationProblems?: readonly AnnotationProblem[];
}

/**
 * What the rules need beside the facts.
 *
 * @public
 */
export interface AttentionOptions {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** The configured stages; the default ones when absent. */
  stages?: readonly StageDefinition[];
  /** The configured roadmap categories; the default ones when absent. */
  categories?: readonly string[];
  /** Whether an entity is in the catalog, by full ref. When absent, owners of items are not checked. */
  knownEntity?: (ref: string) => boolean;
}
