import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A milestone in the shape in which GitHub answers. */
export function milestone(number: number, title: string, more: object = {}) {
  return {
    id: 900 + number,
    number,
    title,
    description: null,
    state: 'open',
    open_issues: 1,
    closed_issues: 0,
    due_on: null,
    html_url: `https://git.example.com/acme/checkout/milestone/${number}`,
    ...more,
  };
}

/** An issue in the shape in which GitHub answers. */
export function issue(number: number, title: string, more: object = {}) {
  return {
    id: 1000 + number,
    node_id: `I_${number}`,
    number,
    title,
    user: { login: 'octocat', type: 'User' },
    labels: [{ id: 1, name: 'roadmap', color: 'ededed', default: false }],
    state: 'open',
    state_reason: null,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: 0,
    created_at: '2026-05-04T09:00:00Z',
    updated_at: '2026-05-04T09:00:00Z',
    closed_at: null,
    body: null,
    html_url: `https://git.example.com/acme/checkout/issues/${number}`,
    ...more,
  };
}

export const labelled = (...names: string[]) => ({
  labels: ['roadmap', ...names].map(name => ({ name })),
});

/** A server that answers as GitHub does: pages with links, ETags, limits. */
export async function recordedGithub() {
  const github = {
    issues: [] as unknown[],
    milestones: [] as unknown[],
    /** What was asked for: path, query and ETag. */
    asked: [] as Array<{ url: URL; etag?: string; token?: string }>,
    headers: {} as Record<string, string>,
    /** An answer of another kind to all questions. */
    instead: undefined as
      | ((req: IncomingMessage, res: ServerResponse) => void)
      | undefined,
    url: '',
    stop: async () => {},
  };
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', github.url);
    const etag = req.headers['if-none-match'];
    github.asked.push({ url, etag, token: req.headers.authorization });
    if (github.instead) {
      github.instead(req, res);
      return;
    }
    const [, list] =
      /^\/api\/v3\/repos\/acme\/checkout\/(issues|milestones)$/.exec(
        url.pathname,
      ) ?? [];
    if (list !== 'issues' && list !== 'milestones') {
      res
        .writeHead(404, { 'content-type': 'application/json' })
        .end(JSON.stringify({ message: 'Not Found' }));
      return;
    }
    const size = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page'));
    const wanted = github[list];
    const body = JSON.stringify(wanted.slice((page - 1) * size, page * size));
    const tag = `W/"${createHash('sha256').update(body).digest('hex')}"`;
    if (etag === tag) {
      res.writeHead(304, { etag: tag, ...github.headers }).end();
      return;
    }
    res
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        etag: tag,
        ...(wanted.length > page * size && {
          link: `<${github.url}/x?page=${page + 1}>; rel="next", <${
            github.url
          }/x?page=9>; rel="last"`,
        }),
        ...github.headers,
      })
      .end(body);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  github.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  github.stop = () =>
    new Promise(resolve => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return github;
}
