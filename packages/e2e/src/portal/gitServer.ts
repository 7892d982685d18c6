import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Git host with one repository, whose content is a folder on disk. */
export interface GitServer {
  /** Where a person sees a file of the repository. */
  fileUrl(file: string): string;
  close(): Promise<void>;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}

/** What stands for the commit: it changes when a file does. */
async function stateOf(folder: string): Promise<string> {
  const hash = createHash('sha1');
  for (const file of await filesBelow(folder)) {
    hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex');
}

/**
 * Serves a folder as the repository `larkfield/<repository>` in the three calls of the Gitea API that
 * Backstage makes: the content of a file, the newest commit, and the archive of a branch.
 */
export async function startGitServer(options: {
  port: number;
  repository: string;
  folder: string;
}): Promise<GitServer> {
  const { port, repository, folder } = options;
  const api = `/api/v1/repos/larkfield/${repository}/`;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://localhost:${port}`);
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    try {
      if (url.pathname.startsWith(`${api}contents/`)) {
        const file = path.join(
          folder,
          decodeURIComponent(url.pathname.slice(`${api}contents/`.length)),
        );
        answer(200, {
          encoding: 'base64',
          content: (await readFile(file)).toString('base64'),
        });
      } else if (url.pathname.startsWith(`${api}git/commits/`)) {
        answer(200, { sha: await stateOf(folder) });
      } else if (url.pathname.startsWith(`${api}archive/`)) {
        const { stdout } = await run(
          'tar',
          ['czf', '-', '-C', path.dirname(folder), path.basename(folder)],
          { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
        );
        response.writeHead(200, { 'content-type': 'application/gzip' });
        response.end(stdout);
      } else {
        answer(404, { message: 'Not found' });
      }
    } catch {
      answer(404, { message: 'Not found' });
    }
  });
  await new Promise<void>(resolve => {
    server.listen(port, 'localhost', resolve);
  });
  return {
    fileUrl: file =>
      `http://localhost:${port}/larkfield/${repository}/src/branch/main/${file}`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
