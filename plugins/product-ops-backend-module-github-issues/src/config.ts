import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  DEFAULT_CATEGORIES,
  describeValue,
  isIsoDate,
  ROADMAP_HORIZONS,
  type RoadmapHorizon,
  type RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';

const SECTION = 'productOps.githubIssues';
const MAX_ENTRIES = 500;
const OPEN_STATUSES = ['proposed', 'planned', 'in-progress', 'deferred'];

/** What an issue has of its milestone. */
export interface MilestoneRule {
  start?: string;
  end?: string;
  horizon?: RoadmapHorizon;
}

/** How issues become items. Labels and titles are in lower case. */
export interface IssueMapping {
  label: string;
  categories: ReadonlyMap<string, string>;
  horizons: ReadonlyMap<string, RoadmapHorizon>;
  statuses: ReadonlyMap<string, RoadmapStatus>;
  milestones: ReadonlyMap<string, MilestoneRule>;
  milestoneItems: boolean;
}

/** What is configured of GitHub's issues. */
export interface GithubIssuesConfig {
  mapping: IssueMapping;
  entities: 'all' | 'annotated';
  host: string;
  refreshEvery?: HumanDuration;
}

const DEFAULT_LABELS = {
  categories: new Map([
    ...DEFAULT_CATEGORIES.map((name): [string, string] => [name, name]),
    ['enhancement', 'feature'],
    ['bug', 'improvement'],
    ['dependencies', 'maintenance'],
  ]),
  horizons: new Map(ROADMAP_HORIZONS.map(name => [name, name])),
  statuses: new Map<string, RoadmapStatus>([
    ['proposed', 'proposed'],
    ['planned', 'planned'],
    ['in progress', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['deferred', 'deferred'],
  ]),
};

/** Reads `productOps.githubIssues`; nothing where it is absent. What is wrong stops the backend, with its place. */
export function readGithubIssuesConfig(
  config: Config,
): GithubIssuesConfig | undefined {
  if (!config.has(SECTION)) {
    return undefined;
  }
  const section = config.getConfig(SECTION);
  const label = section.getOptionalString('label')?.trim() || 'roadmap';
  if (label.includes(',')) {
    return refuse('label', label, 'a label without a comma');
  }
  const entities = section.getOptionalString('entities') ?? 'all';
  if (entities !== 'all' && entities !== 'annotated') {
    return refuse('entities', entities, 'all or annotated');
  }
  return {
    entities,
    host: section.getOptionalString('host') ?? 'github.com',
    ...(section.has('refreshEvery') && {
      refreshEvery: readDurationFromConfig(section, { key: 'refreshEvery' }),
    }),
    mapping: {
      label: label.toLocaleLowerCase('en-US'),
      categories:
        entriesAt(section, 'categories', readCategory) ??
        DEFAULT_LABELS.categories,
      horizons:
        entriesAt(section, 'horizons', readHorizon) ?? DEFAULT_LABELS.horizons,
      statuses:
        entriesAt(section, 'statuses', readStatus) ?? DEFAULT_LABELS.statuses,
      milestones:
        entriesAt(section, 'milestones.titles', readRule) ?? new Map(),
      milestoneItems: section.getOptionalBoolean('milestones.items') ?? false,
    },
  };
}

function entriesAt<T>(
  section: Config,
  key: string,
  read: (value: unknown, path: string) => T,
): Map<string, T> | undefined {
  const value: unknown = section.getOptional(key);
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(key, value, 'names with what they stand for');
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_ENTRIES) {
    return refuse(key, entries.length, `at most ${MAX_ENTRIES} entries`);
  }
  return new Map(
    entries.map(([name, one]) => [
      name.trim().toLocaleLowerCase('en-US'),
      read(one, `${key}.${name}`),
    ]),
  );
}

function readCategory(value: unknown, path: string): string {
  return typeof value === 'string' && value.trim() && value.length <= 63
    ? value.trim()
    : refuse(path, value, 'a category of at most 63 characters');
}

function readHorizon(value: unknown, path: string): RoadmapHorizon {
  return (
    ROADMAP_HORIZONS.find(horizon => horizon === value) ??
    refuse(path, value, `one of ${ROADMAP_HORIZONS.join(', ')}`)
  );
}

function readStatus(value: unknown, path: string): RoadmapStatus {
  return typeof value === 'string' && OPEN_STATUSES.includes(value)
    ? (value as RoadmapStatus)
    : refuse(path, value, `one of ${OPEN_STATUSES.join(', ')}`);
}

function readRule(value: unknown, path: string): MilestoneRule {
  const rule: MilestoneRule = {};
  const fields = typeof value === 'object' && value ? value : undefined;
  if (!fields) {
    return refuse(path, value, 'start, end or horizon');
  }
  for (const [name, one] of Object.entries(fields)) {
    if (name === 'horizon') {
      rule.horizon = readHorizon(one, `${path}.horizon`);
    } else if (name === 'start' || name === 'end') {
      rule[name] =
        typeof one === 'string' && isIsoDate(one)
          ? one
          : refuse(`${path}.${name}`, one, "a day in quotes, '2027-03-31'");
    } else {
      refuse(path, name, 'start, end or horizon');
    }
  }
  return rule;
}

function refuse(key: string, value: unknown, expected: string): never {
  throw new InputError(
    `${SECTION}.${key}: got ${describeValue(value)}; expected ${expected}`,
  );
}
