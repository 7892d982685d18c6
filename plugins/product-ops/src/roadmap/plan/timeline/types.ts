import type {
  EntityLink,
  RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';

/** What a timeline shows of an item, whichever page it is on. */
export interface TimelineEntry {
  entityRef: string;
  itemId: string;
  /** The id of the group that it stands in; that of its entity when absent. */
  group?: string;
  /** `declared`, `recorded`, or the id of another source. */
  source: string;
  version: number;
  title: string;
  status: RoadmapStatus;
  start?: string;
  end?: string;
  category?: string;
  owner?: EntityLink;
  /** `id`, or `id@<full entity ref>`. */
  dependsOn: string[];
  milestones: Array<{ name: string; value: string }>;
  /** What contradicts it, a sentence each. */
  conflicts: string[];
  /** The keys of the items that it depends on and that do not fit, see `itemKeyOf`. */
  against: string[];
}

/** A day of the whole group, such as the end of life of a product. */
export interface TimelineDate {
  day: string;
  label: string;
  /** Whether something is over then. */
  ends: boolean;
}

/** A group of rows with its name at the side. */
export interface TimelineSection {
  id: string;
  title: string;
  subtitle?: string;
  to?: string;
  dates: TimelineDate[];
}

/** The group that an item stands in. */
export function sectionOf(entry: TimelineEntry): string {
  return entry.group ?? entry.entityRef;
}

/** How an item is to be rescheduled: by whole days, or one of its ends. */
export type Rescheduling =
  | { type: 'shift'; days: number }
  | { type: 'resize'; start?: string; end?: string };

/** One text for one item on the screen: a file and the portal may both have an item of the same id. */
export function uidOf(
  entry: Pick<TimelineEntry, 'source' | 'itemId' | 'entityRef'>,
): string {
  return `${entry.source}/${entry.itemId}@${entry.entityRef}`;
}
