import type { RoadmapStatus } from '@productops/backstage-plugin-product-ops-common';
import type { RoadmapSourceItem } from '@productops/backstage-plugin-product-ops-node';
import type { Issue, Milestone } from './answers';
import type { IssueMapping } from './config';
import type { IssueFilter } from './place';

const MAX_TITLE = 255;
const MAX_BODY = 20_000;
const MAX_LABELS = 50;
const CUT = '\n\n…';

const lower = (text: string) => text.trim().toLocaleLowerCase('en-US');

/** Whether an issue stands on the roadmap of an entity. */
export function isWanted(
  { labels, milestone }: Issue,
  { label, filter }: { label: string; filter: IssueFilter },
): boolean {
  const has = new Set(labels.map(lower));
  return (
    [label, ...filter.labels].every(name => has.has(name)) &&
    !filter.notLabels.some(name => has.has(name)) &&
    isWantedMilestone(milestone, filter)
  );
}

/** Whether a milestone, or what has it, stands on the roadmap of an entity. */
export function isWantedMilestone(
  milestone: Milestone | undefined,
  { milestones }: IssueFilter,
): boolean {
  return (
    milestones.length === 0 ||
    (milestone !== undefined && milestones.includes(lower(milestone.title)))
  );
}

/** The item that an issue is. */
export function itemOfIssue(
  issue: Issue,
  { mapping, owner }: { mapping: IssueMapping; owner?: string },
): RoadmapSourceItem {
  const labels = [...new Set(issue.labels.map(lower))];
  const milestone = issue.milestone;
  const rule =
    (milestone && mapping.milestones.get(lower(milestone.title))) ?? {};
  const end = rule.end ?? milestone?.due;
  const start =
    rule.start && (!end || rule.start <= end) ? rule.start : undefined;
  const status = statusOf(issue, labels, mapping);
  const open = status !== 'done' && status !== 'dropped';
  const horizon = firstOf(mapping.horizons, labels) ?? rule.horizon;
  const category = firstOf(mapping.categories, labels);
  return {
    id: `github-${issue.number}`,
    title: clean(issue.title, MAX_TITLE, '…'),
    ...(issue.body && { description: clean(issue.body, MAX_BODY, CUT) }),
    status,
    ...(open && horizon && { horizon }),
    ...(start && { start }),
    ...(end && { end }),
    ...(category && { category }),
    ...(owner && { owner }),
    ...(milestone && {
      milestones: [
        {
          name: clean(milestone.title, MAX_TITLE, '…'),
          value: milestone.due ?? (milestone.closed ? 'closed' : 'open'),
        },
      ],
    }),
    labels: issue.labels
      .filter(label => lower(label) !== mapping.label)
      .slice(0, MAX_LABELS)
      .map(label => clean(label, MAX_TITLE, '…')),
    ...(issue.url && { url: issue.url }),
    ...(issue.url && issue.url.length <= MAX_TITLE && { origin: issue.url }),
  };
}

/** The item that a milestone is. */
export function itemOfMilestone(
  milestone: Milestone,
  mapping: IssueMapping,
): RoadmapSourceItem {
  const rule = mapping.milestones.get(lower(milestone.title)) ?? {};
  const end = rule.end ?? milestone.due;
  const start =
    rule.start && (!end || rule.start <= end) ? rule.start : undefined;
  const { closed, description, url } = milestone;
  const open: RoadmapStatus =
    milestone.closedIssues > 0 ? 'in-progress' : 'planned';
  return {
    id: `github-milestone-${milestone.number}`,
    title: clean(milestone.title, MAX_TITLE, '…'),
    ...(description && { description: clean(description, MAX_BODY, CUT) }),
    status: closed ? 'done' : open,
    ...(!closed && rule.horizon && { horizon: rule.horizon }),
    ...(start && { start }),
    ...(end && { end }),
    ...(url && { url }),
    ...(url && url.length <= MAX_TITLE && { origin: url }),
  };
}

function statusOf(
  { closed, reason, milestone }: Issue,
  labels: readonly string[],
  { statuses }: IssueMapping,
): RoadmapStatus {
  if (closed) {
    return reason === 'not_planned' || reason === 'duplicate'
      ? 'dropped'
      : 'done';
  }
  return (
    firstOf(statuses, labels) ??
    (milestone && !milestone.closed ? 'planned' : 'proposed')
  );
}

/** What the first name of the configuration stands for that an issue has. */
function firstOf<T>(
  names: ReadonlyMap<string, T>,
  labels: readonly string[],
): T | undefined {
  for (const [name, value] of names) {
    if (labels.includes(name)) {
      return value;
    }
  }
  return undefined;
}

/** A text of bounded length without what a database cannot keep: NUL, and halves of characters. */
function clean(text: string, most: number, cut: string): string {
  const short = text.length > most ? text.slice(0, most - cut.length) : text;
  const whole = short.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');
  return text.length > most ? whole + cut : whole;
}
