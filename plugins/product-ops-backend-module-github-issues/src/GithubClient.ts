import { CustomErrorBase } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import type { RoadmapSourceProblem } from '@productops/backstage-plugin-product-ops-node';
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { IssuesPlace } from './place';
import { problemOf } from './problems';
import { RateLimits, type LimitHeaders } from './RateLimits';

const PER_PAGE = 100;

/** Which list of a repository. */
export type GithubList = 'issues' | 'milestones';

/** A page of a list. */
export type GithubPage =
  /** The same as the one that the given ETag is of. */
  | { outcome: 'unchanged' }
  | {
      outcome: 'read';
      entries: unknown[];
      etag?: string;
      /** Whether another page comes after it. */
      more: boolean;
    };

/** GitHub did not give what was asked for. */
export class GithubRefusal extends CustomErrorBase {
  name = 'GithubRefusal' as const;
  readonly problem: RoadmapSourceProblem;
  readonly retryAt: Date | undefined;

  constructor(problem: RoadmapSourceProblem, retryAt?: Date) {
    super(problem.message);
    this.problem = problem;
    this.retryAt = retryAt;
  }
}

/** One repository, with the credentials that are configured for it. */
export interface GithubRepository {
  /** Rejects with a {@link GithubRefusal}. */
  page(
    list: GithubList,
    options: {
      page: number;
      labels?: readonly string[];
      etag?: string;
      signal: AbortSignal;
    },
  ): Promise<GithubPage>;
}

/** Asks GitHub, one request at a time on each host, as it wants to be asked. */
export class GithubClient {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #limits: RateLimits;
  readonly #queues = new Map<string, pLimit.Limit>();

  static create(options: {
    integrations: ScmIntegrationRegistry;
    credentials: GithubCredentialsProvider;
    limits?: RateLimits;
  }): GithubClient {
    return new GithubClient(options);
  }

  private constructor(options: Parameters<typeof GithubClient.create>[0]) {
    this.#integrations = options.integrations;
    this.#credentials = options.credentials;
    this.#limits = options.limits ?? RateLimits.create();
  }

  /** A repository to ask for. Rejects with a {@link GithubRefusal}. */
  async open({ host, owner, repo }: IssuesPlace): Promise<GithubRepository> {
    const baseUrl = this.#integrations.github.byHost(host)?.config.apiBaseUrl;
    if (!baseUrl) {
      throw new GithubRefusal({
        code: 'no-integration',
        message: `The host ${host} is not configured.`,
        expected: `an entry for ${host} under integrations.github`,
      });
    }
    const token = await this.#token(`https://${host}/${owner}/${repo}`, host);
    const octokit = new Octokit({
      baseUrl,
      ...(token && { auth: token }),
      // What it says may hold what must not be in a log.
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    const key = createHash('sha256')
      .update(`${host} ${token ?? ''}`)
      .digest('hex');
    return {
      page: (list, { page, labels, etag, signal }) =>
        this.#inTurn(host, async () => {
          signal.throwIfAborted();
          const until = this.#limits.waitUntil(key);
          if (until) {
            throw rateLimited(host, until);
          }
          try {
            const answer = await octokit.request(
              `GET /repos/{owner}/{repo}/${list}`,
              {
                owner,
                repo,
                state: 'all',
                // Created last comes first; nothing but new ones moves the others.
                ...(list === 'issues' && {
                  sort: 'created',
                  direction: 'desc',
                }),
                ...(labels?.length && { labels: labels.join(',') }),
                per_page: PER_PAGE,
                page,
                ...(etag && { headers: { 'if-none-match': etag } }),
                request: { signal },
              },
            );
            this.#limits.note(key, answer);
            const { data } = answer as { data: unknown };
            if (!Array.isArray(data)) {
              throw new GithubRefusal({
                code: 'unexpected-answer',
                message: `${host} answered with something that is no list.`,
                expected: `the API of GitHub at the address that integrations.github has for ${host}`,
              });
            }
            return {
              outcome: 'read',
              entries: data.slice(0, PER_PAGE),
              etag: answer.headers.etag,
              more: /rel="?next/.test(answer.headers.link ?? ''),
            };
          } catch (error) {
            signal.throwIfAborted();
            return this.#refused(error, { host, owner, repo, key });
          }
        }),
    };
  }

  #refused(
    error: unknown,
    place: { host: string; owner: string; repo: string; key: string },
  ): GithubPage {
    if (error instanceof GithubRefusal) {
      throw error;
    }
    const { status, response, message } = error as {
      status?: number;
      response?: { headers?: LimitHeaders };
      message?: string;
    };
    if (status === undefined || !response) {
      throw new GithubRefusal(problemOf(undefined, place));
    }
    const { headers = {} } = response;
    const until = this.#limits.note(place.key, { status, headers, message });
    if (status === 304) {
      return { outcome: 'unchanged' };
    }
    throw until
      ? rateLimited(place.host, until)
      : new GithubRefusal(problemOf(status, place));
  }

  async #token(url: string, host: string): Promise<string | undefined> {
    try {
      return (await this.#credentials.getCredentials({ url })).token;
    } catch {
      // Why not may hold parts of a key.
      throw new GithubRefusal({
        code: 'no-credentials',
        message: `No access to ${url} could be had.`,
        expected: `a token, or an app that is installed there, under integrations.github for ${host}`,
      });
    }
  }

  #inTurn<T>(host: string, ask: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(host) ?? pLimit(1);
    this.#queues.set(host, queue);
    return queue(ask);
  }
}

function rateLimited(host: string, until: Date): GithubRefusal {
  return new GithubRefusal(
    {
      code: 'rate-limit',
      message: `${host} has been asked as often as it allows; it is asked again after ${until.toISOString()}.`,
      expected:
        'a token or an app under integrations.github, which may ask more often than nobody in particular',
    },
    until,
  );
}
