import { spawn } from 'node:child_process';
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Question } from './lib/question';

const ROOT = resolvePackagePath('benchmarks', '../..');
const APP = join(ROOT, 'packages/app');
const WORK = join(ROOT, '.data/benchmarks');
const BUILD_LIMIT_MS = 10 * 60_000;

/** What its definition is minified to: in the initial scripts whenever the suite is. */
const SUITE_MARK = 'pluginId:"product-ops"';
const SUITE_FRONTEND = '@productops/backstage-plugin-product-ops';

/** How much JavaScript does the suite add to what the browser loads before the first page? */
export const bundle: Question = {
  name: 'bundle',
  title: 'Initial JavaScript of the portal',
  async run({ say }) {
    const sizes = { with: 0, without: 0 };
    for (const side of ['with', 'without'] as const) {
      say(`Building the portal ${side} the suite`);
      sizes[side] = await buildAndWeigh(side);
    }
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
    return [
      {
        question: 'bundle',
        what: 'initial JavaScript, gzip, with the suite : without',
        measured: kilobytes(sizes.with),
        baseline: kilobytes(sizes.without),
        value: (sizes.with - sizes.without) / 1000,
        unit: 'KB',
        aim: 30,
        rounds: 1,
      },
    ];
  },
};

/** Builds a copy of the portal's frontend and weighs the scripts that its index.html names. */
async function buildAndWeigh(side: 'with' | 'without'): Promise<number> {
  const folder = join(WORK, `app-${side}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    await copyApp(folder);
    const configs = [join(ROOT, 'app-config.yaml')];
    if (side === 'without') {
      const overlay = join(folder, 'without-suite.yaml');
      await writeFile(
        overlay,
        `app:\n  packages:\n    exclude: ['${SUITE_FRONTEND}']\n`,
      );
      configs.push(overlay);
    }
    await build(folder, configs);
    return await weigh(join(folder, 'dist'), side);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy, so that the portal that somebody may be running from its own folder stays as it is. */
async function copyApp(folder: string) {
  await cp(APP, folder, {
    recursive: true,
    filter: source => !['node_modules', 'dist'].includes(basename(source)),
  });
  const modules = join(folder, 'node_modules');
  await mkdir(modules);
  const own = await readdir(join(APP, 'node_modules')).catch(() => []);
  for (const name of own.filter(entry => !entry.startsWith('__'))) {
    await symlink(join(APP, 'node_modules', name), join(modules, name));
  }
}

async function build(folder: string, configs: string[]) {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      ...configs.flatMap(config => ['--config', config]),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: BUILD_LIMIT_MS },
  );
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await new Promise<void>((done, fail) => {
    child.on('error', fail);
    child.on('close', code =>
      code === 0
        ? done()
        : fail(new Error(`The build ended with ${code}:\n${output}`)),
    );
  });
}

async function weigh(dist: string, side: 'with' | 'without'): Promise<number> {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+\.js)"/g)].map(
    ([, source]) => source,
  );
  if (scripts.length === 0) {
    throw new Error('index.html of the built portal names no script');
  }
  let bytes = 0;
  let isThere = false;
  for (const source of new Set(scripts)) {
    const path = source.replace(/^.*?static\//, 'static/');
    const script = await readFile(join(dist, path));
    bytes += gzipSync(script, { level: 9 }).length;
    isThere ||= script.includes(SUITE_MARK);
  }
  if (isThere !== (side === 'with')) {
    throw new Error(
      `The portal ${side} the suite was built ${
        isThere ? 'with' : 'without'
      } it`,
    );
  }
  return bytes;
}
