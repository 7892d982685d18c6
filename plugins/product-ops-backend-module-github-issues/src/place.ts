import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { RoadmapSourceEntity } from '@productops/backstage-plugin-product-ops-node';

export const SLUG = 'github.com/project-slug';
export const FILTER = 'productops.io/github-issues';
/** Those say on which host the repository is. */
export const LOCATIONS = [
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

const MAX_TERMS = 20;

/** Which issues of a repository stand on the roadmap of an entity, beside those that have the label of roadmaps. */
export interface IssueFilter {
  /** It has all of these labels, in lower case. */
  labels: string[];
  /** It has none of these labels, in lower case. */
  notLabels: string[];
  /** It is of one of these milestones, if any are named; in lower case. */
  milestones: string[];
}

/** A repository, and which of its issues. */
export interface IssuesPlace {
  host: string;
  owner: string;
  repo: string;
  filter: IssueFilter;
}

/** What is wrong with an annotation. */
export interface PlaceProblem {
  code: string;
  message: string;
  expected: string;
}

/** What an entity says of its issues: `off` where it wants none. */
export function placeOf(
  { annotations }: RoadmapSourceEntity,
  options: { integrations: ScmIntegrationRegistry; host: string },
): { place: IssuesPlace } | { off: true } | { problem: PlaceProblem } {
  const asked = annotations[FILTER]?.trim() ?? '';
  if (asked === 'off') {
    return { off: true };
  }
  const slug = annotations[SLUG]?.trim() ?? '';
  const [, owner, repo] =
    /^([A-Za-z0-9][A-Za-z0-9-]{0,99})\/([A-Za-z0-9._-]{1,100})$/.exec(slug) ??
    [];
  if (!owner || repo === '.' || repo === '..') {
    return {
      problem: {
        code: 'invalid-slug',
        message: slug
          ? `The annotation ${SLUG} is ${JSON.stringify(slug.slice(0, 200))}.`
          : `The entity has no annotation ${SLUG}.`,
        expected: 'owner and name of a repository, such as acme/checkout',
      },
    };
  }
  const filter = readFilter(asked);
  return 'problem' in filter
    ? filter
    : { place: { host: hostOf(annotations, options), owner, repo, filter } };
}

function hostOf(
  annotations: { [name: string]: string },
  options: { integrations: ScmIntegrationRegistry; host: string },
): string {
  for (const name of LOCATIONS) {
    const url = annotations[name]?.replace(/^url:/, '');
    if (url && URL.canParse(url)) {
      const { host } = new URL(url);
      if (options.integrations.github.byHost(host)) {
        return host;
      }
    }
  }
  return options.host;
}

/** Reads terms such as `label:"area/checkout" -label:internal milestone:"Autumn 2027"`. */
function readFilter(text: string): IssueFilter | { problem: PlaceProblem } {
  const filter: IssueFilter = { labels: [], notLabels: [], milestones: [] };
  const terms = text.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  for (const term of terms) {
    const [, name, quoted, plain] =
      /^(-?label|milestone):(?:"([^"]+)"|([^\s"]+))$/.exec(term) ?? [];
    const value = (quoted ?? plain ?? '').toLocaleLowerCase('en-US');
    if (!value || terms.length > MAX_TERMS) {
      return {
        problem: {
          code: 'invalid-filter',
          message: value
            ? `The annotation ${FILTER} has ${terms.length} terms.`
            : `The annotation ${FILTER} has ${JSON.stringify(
                term.slice(0, 100),
              )} in it.`,
          expected: `off, or up to ${MAX_TERMS} of label:<name>, -label:<name> and milestone:<title>, with blanks in "quotes"`,
        },
      };
    }
    if (name === 'label') {
      filter.labels.push(value);
    } else {
      (name === 'milestone' ? filter.milestones : filter.notLabels).push(value);
    }
  }
  return filter;
}
