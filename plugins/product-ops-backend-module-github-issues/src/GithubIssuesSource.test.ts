import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { readGithubIssuesConfig } from './config';
import { GithubClient } from './GithubClient';
import { GithubIssuesSource } from './GithubIssuesSource';
import { Owners } from './Owners';
import { RateLimits } from './RateLimits';
import { issue, recordedGithub } from './__testUtils__/recordedGithub';

const TOKEN = 'ghp_do-not-tell';
const NOW = new Date('2026-11-22T12:00:00Z');
const seconds = (date: Date) => String(Math.floor(date.getTime() / 1000));

describe('how GitHub is asked', () => {
  let github: Awaited<ReturnType<typeof recordedGithub>>;
  let now: Date;
  beforeEach(async () => {
    now = NOW;
    github = await recordedGithub();
    github.issues = Array.from({ length: 250 }, (_, at) =>
      issue(250 - at, `Issue ${250 - at}`),
    );
  });
  afterEach(() => github.stop());

  function sourceOf() {
    const config = new ConfigReader({
      integrations: {
        github: [
          {
            host: 'git.example.com',
            apiBaseUrl: `${github.url}/api/v3`,
            token: TOKEN,
          },
        ],
      },
      productOps: { githubIssues: { host: 'git.example.com' } },
    });
    const integrations = ScmIntegrations.fromConfig(config);
    const source = GithubIssuesSource.create({
      config: readGithubIssuesConfig(config)!,
      integrations,
      client: GithubClient.create({
        integrations,
        credentials:
          DefaultGithubCredentialsProvider.fromIntegrations(integrations),
        limits: RateLimits.create({ now: () => now }),
      }),
      owners: Owners.create({
        catalog: catalogServiceMock({ entities: [] }),
        auth: mockServices.auth(),
      }),
      now: () => now,
    });
    return (state?: JsonObject, slug = 'acme/checkout') =>
      source.read({
        entity: {
          ref: 'product:default/checkout',
          kind: 'product',
          namespace: 'default',
          name: 'checkout',
          annotations: { 'github.com/project-slug': slug },
        },
        state,
        signal: new AbortController().signal,
      });
  }
  const itemsOf = (answer: Awaited<ReturnType<ReturnType<typeof sourceOf>>>) =>
    answer.outcome === 'read' ? answer.items : [];
  const stateOf = (answer: Awaited<ReturnType<ReturnType<typeof sourceOf>>>) =>
    answer.outcome === 'failed' ? undefined : answer.state;
  const pages = () =>
    github.asked
      .splice(0)
      .map(
        ({ url, etag }) =>
          `${url.searchParams.get('page')}${etag ? ' if changed' : ''}`,
      );

  it('page by page, and then only for what has changed', async () => {
    const read = sourceOf();
    const first = await read();
    expect(itemsOf(first)).toHaveLength(250);
    expect(github.asked[0].token).toBe(`token ${TOKEN}`);
    expect(pages()).toEqual(['1', '2', '3']);
    const state = stateOf(first);

    expect(await read(state)).toMatchObject({ outcome: 'unchanged' });
    expect(pages()).toEqual(['1 if changed', '2 if changed', '3 if changed']);

    github.issues = [issue(251, 'New'), ...github.issues];
    const second = await read(state);
    expect(itemsOf(second)).toHaveLength(251);
    // The first page is not asked for twice.
    expect(pages()).toEqual(['1 if changed', '2', '3']);

    // One that has lost its label on the last page is missed there.
    github.issues = github.issues.slice(0, -1);
    expect(itemsOf(await read(stateOf(second)))).toHaveLength(250);
    expect(pages()).toEqual([
      '1 if changed',
      '2 if changed',
      '3 if changed',
      '1',
      '2',
      '3',
    ]);

    now = new Date(NOW.getTime() + 25 * 3_600_000);
    expect(await read(stateOf(second))).toMatchObject({ outcome: 'read' });
    expect(pages()).toEqual(['1', '2', '3']);
  });

  it('up to a bound, which is told', async () => {
    github.issues = Array.from({ length: 2050 }, (_, at) =>
      issue(2050 - at, 'One of many'),
    );
    const answer = await sourceOf()();
    expect(itemsOf(answer)).toHaveLength(2000);
    expect(answer).toMatchObject({ notes: [{ code: 'too-many' }] });
    expect(pages()).toHaveLength(20);
  });

  it('not more often than it allows', async () => {
    const read = sourceOf();
    const reset = new Date(NOW.getTime() + 600_000);
    github.headers = {
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '100',
      'x-ratelimit-reset': seconds(reset),
    };
    // The rest is left to others who use the token, and nothing is kept of half a list.
    expect(await read()).toMatchObject({
      outcome: 'failed',
      problem: { code: 'rate-limit' },
      retryAt: reset,
    });
    expect(pages()).toEqual(['1']);
    expect(await read()).toMatchObject({ outcome: 'failed', retryAt: reset });
    expect(pages()).toEqual([]);
    now = new Date(reset.getTime() + 1000);
    github.headers = {};
    expect(itemsOf(await read())).toHaveLength(250);
  });

  it.each([
    [
      'asked too much at once',
      403,
      { 'retry-after': '90' },
      'You have exceeded a secondary rate limit.',
      90,
    ],
    [
      'asked too much at once, without saying how long',
      403,
      {},
      'You have exceeded a secondary rate limit.',
      60,
    ],
    ['asked too often', 429, {}, 'Too many', 60],
    [
      'used up',
      403,
      {
        'x-ratelimit-limit': '60',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': seconds(new Date(NOW.getTime() + 1_800_000)),
      },
      'API rate limit exceeded',
      1800,
    ],
  ])('later when it was %s', async (_, status, headers, message, wait) => {
    const read = sourceOf();
    github.instead = (_req, res) =>
      res
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify({ message }));
    const retryAt = new Date(NOW.getTime() + wait * 1000);
    expect(await read()).toMatchObject({
      outcome: 'failed',
      problem: { code: 'rate-limit' },
      retryAt,
    });
    expect(await read()).toMatchObject({ outcome: 'failed', retryAt });
    expect(github.asked).toHaveLength(1);
  });

  it.each([
    [401, 'unauthorized', 'does not accept the credentials'],
    [403, 'forbidden', 'may not read the issues of acme/checkout'],
    [404, 'not-found', 'There is no repository acme/checkout'],
    [410, 'no-issues', 'they are switched off'],
    [502, 'server-error', 'answered with the status 502'],
  ])(
    'and a refusal with %d is clear and says no secret',
    async (...expected) => {
      const [status, code, message] = expected;
      github.instead = (_req, res) =>
        res
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify({ message: `Bad ${TOKEN}` }));
      const answer = await sourceOf()();
      expect(answer).toMatchObject({
        outcome: 'failed',
        problem: { code, message: expect.stringContaining(message) },
      });
      expect(JSON.stringify(answer)).not.toContain(TOKEN);
    },
  );

  it('and what is no answer, no list or no repository is told', async () => {
    const read = sourceOf();
    github.instead = (req, res) => {
      req.socket.destroy();
      res.destroy();
    };
    expect(await read()).toMatchObject({ problem: { code: 'unreachable' } });
    github.instead = (_req, res) =>
      res.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    expect(await read()).toMatchObject({
      problem: { code: 'unexpected-answer' },
    });
    github.asked.length = 0;
    expect(await read(undefined, '../../user')).toMatchObject({
      problem: { code: 'invalid-slug' },
    });
    expect(github.asked).toEqual([]);
  });
});
