import type {
  DocumentError,
  RoadmapHorizon,
  RoadmapStatus,
  Score,
} from '../api/types';

/**
 * What a roadmap item waits for, as its file declares it.
 *
 * @public
 */
export interface DeclaredDependency {
  /** As written: `id`, or `id@<entity ref>`. */
  ref: string;
  /** The id of the other item. */
  id: string;
  /** The full ref of the other item's entity; nothing when it is in the same roadmap. */
  entity?: string;
}

/**
 * One item of a roadmap file.
 *
 * @public
 */
export interface DeclaredRoadmapItem {
  /** Unique within the file. */
  id: string;
  title: string;
  /** Markdown. */
  description?: string;
  /** `proposed` where the file does not say. */
  status: RoadmapStatus;
  horizon?: RoadmapHorizon;
  /** A day, `YYYY-MM-DD`. */
  start?: string;
  /** A day, `YYYY-MM-DD`, not before `start`. */
  end?: string;
  /** As written, whether configured or not. */
  category?: string;
  /** The id of a goal of the entity. */
  goal?: string;
  /** The full ref of a user or a group. */
  owner?: string;
  score?: Score;
  dependsOn: DeclaredDependency[];
  /** In the order of the file. */
  milestones: Array<{ name: string; value: string }>;
  labels: string[];
  /** Only `http`, `https` and `mailto`. */
  links: Array<{ url: string; title?: string }>;
  /** Where the item came from, free text such as a link or the id of a drill. */
  origin?: string;
  /** The line of the file where it starts, from 1. */
  line: number;
}

/**
 * What a roadmap file says.
 *
 * @public
 */
export interface ParsedRoadmap {
  /** The items that are fine by themselves, in the order of the file. */
  items: DeclaredRoadmapItem[];
  /** What is wrong, in the order of the file, at most as many as the limits allow. */
  errors: DocumentError[];
  /** How many errors there are, also those beyond the limit. */
  errorCount: number;
  /**
   * Whether the file may replace the last good version: it has no error at all. When it has some and
   * there never was a good version, `items` is what can be shown.
   */
  usable: boolean;
}

/**
 * A dependency with what is known of the item that it names.
 *
 * @public
 */
export interface ResolvedDependency extends DeclaredDependency {
  /** Whether that item exists. */
  known: boolean;
  title?: string;
  status?: RoadmapStatus;
  end?: string;
}

/**
 * A roadmap item with its dependencies looked up.
 *
 * @public
 */
export interface ResolvedRoadmapItem
  extends Omit<DeclaredRoadmapItem, 'dependsOn'> {
  dependsOn: ResolvedDependency[];
}
