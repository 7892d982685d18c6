import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configFiles, portalUrl } from './lib/config.mjs';
import { hasAudience, openBrowser } from './lib/open-browser.mjs';
import {
  SetupError,
  bold,
  green,
  heading,
  main,
  progress,
  say,
} from './lib/output.mjs';
import { callerDir, logsDir, root } from './lib/paths.mjs';
import { checkPorts } from './lib/ports.mjs';
import { capture, endTogether, exit, start } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';
import { HELP, readStartOptions } from './lib/start-options.mjs';
import { waitUntilUp } from './lib/wait.mjs';

const cli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

/** What the build leaves, and the backend serves. */
const pages = join(root, 'packages', 'app', 'dist', 'index.html');

/** A slow machine needs a minute; after more than that, something else is the matter. */
const PATIENCE_MS = 150_000;

async function build({ node, env }) {
  const log = join(logsDir, 'build.log');
  const bar = progress('building the portal');
  const { code, output } = await capture(node, [cli, 'package', 'build'], {
    cwd: join(root, 'packages', 'app'),
    env: { ...env, NODE_ENV: 'production' },
    log,
  });
  bar.done('portal built');
  if (code !== 0) {
    throw new SetupError(
      `${output.trimEnd()}\n\nThe portal could not be built; the lines above say why.`,
    );
  }
}

main(async () => {
  const options = readStartOptions(
    process.argv.slice(2),
    process.env,
    callerDir(),
  );
  if (options.help) {
    say(HELP);
    return 0;
  }
  // Ctrl+C is how one leaves the portal: nothing has gone wrong.
  endTogether({ interrupted: 0 });
  await checkPorts(
    options.built
      ? { port: options.backendPort, backendPort: options.backendPort }
      : options,
  );
  const toolchain = await setUp();
  const configs = configFiles(options).flatMap(file => ['--config', file]);
  if (options.build) {
    await build(toolchain);
  } else if (options.built && !existsSync(pages)) {
    throw new SetupError(
      'No pages were built before: run the command without --no-build.',
    );
  }
  heading('Portal');
  const packages = options.built ? ['backend'] : [];
  const portal = start(
    toolchain.node,
    [cli, 'repo', 'start', ...packages, ...configs],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        // Every request would be a line, and the one that matters would go under.
        LOG_LEVEL: 'warn',
        ...toolchain.env,
        NODE_ENV: 'development',
        // The page is opened here, once both halves answer.
        BROWSER: 'none',
      },
    },
  );
  const url = portalUrl(options);
  const ended = exit(portal);
  const health = `http://localhost:${options.backendPort}/.backstage/health/v1/readiness`;
  const up = waitUntilUp([health, url], ended);
  const patience = setTimeout(
    () =>
      say(
        '\nThe portal does not answer yet. If the lines above show an error, correct it: the portal starts again by itself.\n',
      ),
    PATIENCE_MS,
  );
  up.then(answering => {
    clearTimeout(patience);
    if (!answering) return;
    say(`\n${bold(green(`Portal: ${url}`))}\n`);
    if (options.open && hasAudience()) openBrowser(url);
  });
  const { code } = await ended;
  throw new SetupError(
    `The portal has stopped by itself (exit code ${code}); the lines above say why.`,
  );
});
