import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import type {
  RoadmapItemSource,
  RoadmapSourceAnswer,
  RoadmapSourceProblem,
  RoadmapSourceRequest,
} from '@productops/backstage-plugin-product-ops-node';
import { createHash } from 'node:crypto';
import { readIssue, readMilestone } from './answers';
import type { GithubIssuesConfig } from './config';
import {
  GithubClient,
  GithubRefusal,
  type GithubList,
  type GithubPage,
  type GithubRepository,
} from './GithubClient';
import {
  isWanted,
  isWantedMilestone,
  itemOfIssue,
  itemOfMilestone,
} from './items';
import { ownerName, type Owners } from './Owners';
import { FILTER, LOCATIONS, placeOf, SLUG, type IssuesPlace } from './place';

const MAX_PAGES = 20;
const FULL_READ_MS = 24 * 60 * 60 * 1000;
// Raise it when the same answers give other items than before.
const VERSION = 1;

type ReadPage = Extract<GithubPage, { outcome: 'read' }>;

/** What is known of the last answers, to ask only for what has changed. */
interface Memory {
  /** Of all that the items were made by. */
  key: string;
  /** When all of it was read. */
  fullAt: string;
  /** The ETags of the pages of each list. */
  etags: { [list: string]: string[] };
}

export interface GithubIssuesSourceOptions {
  config: GithubIssuesConfig;
  integrations: ScmIntegrationRegistry;
  client: GithubClient;
  owners: Owners;
  now?: () => Date;
}

/** Issues and milestones of repositories as items of roadmaps. */
export class GithubIssuesSource implements RoadmapItemSource {
  readonly id = 'github-issues';
  readonly title = 'GitHub';
  readonly annotation: string;
  readonly otherAnnotations: readonly string[];
  readonly refreshEvery: GithubIssuesConfig['refreshEvery'];
  readonly #options: GithubIssuesSourceOptions;

  static create(options: GithubIssuesSourceOptions): GithubIssuesSource {
    return new GithubIssuesSource(options);
  }

  private constructor(options: GithubIssuesSourceOptions) {
    const { entities, refreshEvery } = options.config;
    const [first, second] =
      entities === 'annotated' ? [FILTER, SLUG] : [SLUG, FILTER];
    this.annotation = first;
    this.otherAnnotations = [second, ...LOCATIONS];
    this.refreshEvery = refreshEvery;
    this.#options = options;
  }

  async read(request: RoadmapSourceRequest): Promise<RoadmapSourceAnswer> {
    const { integrations, config } = this.#options;
    const found = placeOf(request.entity, {
      integrations,
      host: config.host,
    });
    if ('off' in found) {
      return { outcome: 'read', items: [] };
    }
    if ('problem' in found) {
      return { outcome: 'failed', problem: found.problem };
    }
    const { place } = found;
    const told = {
      target: `${place.owner}/${place.repo}`,
      url: `https://${place.host}/${place.owner}/${place.repo}/issues`,
    };
    try {
      return { ...told, ...(await this.#read(place, request)) };
    } catch (error) {
      if (error instanceof GithubRefusal) {
        const { problem, retryAt } = error;
        return { ...told, outcome: 'failed', problem, retryAt };
      }
      throw error;
    }
  }

  async #read(
    place: IssuesPlace,
    { state, signal }: RoadmapSourceRequest,
  ): Promise<RoadmapSourceAnswer> {
    const { client, config } = this.#options;
    const key = this.#keyOf(place);
    const repository = await client.open(place);
    const lists: GithubList[] = config.mapping.milestoneItems
      ? ['issues', 'milestones']
      : ['issues'];
    const labels = [config.mapping.label, ...place.filter.labels].filter(
      // GitHub takes a comma for the end of a name: issues are looked through below.
      label => !label.includes(','),
    );
    const now = this.#now();
    const memory = memoryOf(state, key, now);
    const first =
      memory && (await changedPage(repository, memory, labels, signal));
    if (memory && !first) {
      return { outcome: 'unchanged' };
    }
    const entries: Record<GithubList, unknown[]> = {
      issues: [],
      milestones: [],
    };
    const etags: Memory['etags'] = {};
    const notes: RoadmapSourceProblem[] = [];
    for (const list of lists) {
      const pages = await allPages(repository, list, {
        labels,
        first: first?.list === list ? first.page : undefined,
        signal,
      });
      entries[list] = pages.flatMap(page => page.entries);
      etags[list] = pages.flatMap(page => page.etag ?? []);
      if (etags[list].length < pages.length) {
        // Without all ETags, nobody can tell whether anything has changed.
        etags[list] = [];
      }
      if (pages[pages.length - 1]?.more) {
        notes.push({
          code: 'too-many',
          message: `There are more than ${entries[list].length} ${list}: those that were created last are shown.`,
          expected: `fewer, by a label of their own in ${FILTER}`,
        });
      }
    }
    const complete = lists.every(list => etags[list].length > 0);
    return {
      outcome: 'read',
      items: await this.#itemsOf(entries, place),
      notes,
      state: complete ? { key, fullAt: now.toISOString(), etags } : {},
    };
  }

  async #itemsOf(
    entries: Record<GithubList, unknown[]>,
    { filter }: IssuesPlace,
  ) {
    const { config, owners } = this.#options;
    const { mapping } = config;
    const issues = unique(entries.issues.flatMap(one => readIssue(one) ?? []))
      // What was asked for is looked at again: the name of a label can hold more than a query can.
      .filter(issue => isWanted(issue, { label: mapping.label, filter }));
    const milestones = unique(
      entries.milestones.flatMap(one => readMilestone(one) ?? []),
    ).filter(milestone => isWantedMilestone(milestone, filter));
    const people = await owners.find(
      issues.flatMap(({ assignees }) => assignees),
    );
    return [
      ...milestones.map(milestone => itemOfMilestone(milestone, mapping)),
      ...issues.map(issue => {
        const login = issue.assignees.find(name => people.has(ownerName(name)));
        const owner = login && people.get(ownerName(login));
        return itemOfIssue(issue, { mapping, owner });
      }),
    ];
  }

  /** Changes when the same answers would give other items. */
  #keyOf(place: IssuesPlace): string {
    const { mapping } = this.#options.config;
    const parts = Object.entries(mapping).map(([name, value]) => [
      name,
      value instanceof Map ? [...value] : value,
    ]);
    return createHash('sha256')
      .update(JSON.stringify([VERSION, parts, place]))
      .digest('hex');
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

/** What was kept of the last answers; nothing when they say nothing any more, or are a day old. */
function memoryOf(
  state: JsonObject | undefined,
  key: string,
  now: Date,
): Memory | undefined {
  const memory = state as Partial<Memory> | undefined;
  if (memory?.key !== key || !memory.etags || !memory.fullAt) {
    return undefined;
  }
  // People enter the catalog without GitHub telling: once a day, all is read anew.
  return now.getTime() - Date.parse(memory.fullAt) < FULL_READ_MS
    ? (memory as Memory)
    : undefined;
}

/** Asks whether any page has changed, which costs nothing of the rate limit while none has; gives the first that has. */
async function changedPage(
  repository: GithubRepository,
  { etags }: Memory,
  labels: readonly string[],
  signal: AbortSignal,
): Promise<{ list: GithubList; page?: ReadPage } | undefined> {
  for (const list of ['issues', 'milestones'] as const) {
    for (const [at, etag] of (etags[list] ?? []).entries()) {
      const page = await repository.page(list, {
        page: at + 1,
        ...(list === 'issues' && { labels }),
        etag,
        signal,
      });
      if (page.outcome === 'read') {
        return { list, ...(at === 0 && { page }) };
      }
    }
  }
  return undefined;
}

async function allPages(
  repository: GithubRepository,
  list: GithubList,
  options: { labels: readonly string[]; first?: ReadPage; signal: AbortSignal },
): Promise<ReadPage[]> {
  const pages = options.first ? [options.first] : [];
  while (pages.length < MAX_PAGES && pages[pages.length - 1]?.more !== false) {
    const page = await repository.page(list, {
      page: pages.length + 1,
      ...(list === 'issues' && { labels: options.labels }),
      signal: options.signal,
    });
    if (page.outcome === 'read') {
      pages.push(page);
    }
  }
  return pages;
}

/** What moves from one page to the next while they are read is there twice. */
function unique<T extends { number: number }>(entries: readonly T[]): T[] {
  return [...new Map(entries.map(entry => [entry.number, entry])).values()];
}
