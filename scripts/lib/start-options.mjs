import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError } from './output.mjs';

export const HELP = `npm start -- [options]

Starts the portal with the demo organisation. The first time it fetches what is needed.

  --catalog <path or URL>   also read this catalog-info.yaml; may be given several times
  --no-demo                 leave the demo organisation out
  --port <number>           where the portal listens (3000, or the variable PORT)
  --backend-port <number>   where its backend listens (7007, or the variable BACKEND_PORT)
  --built                   build the portal and serve it from the backend's port, as in production
  --no-build                with --built: serve the pages that were built before
  --no-open                 do not open a browser
  --help                    this text

What is recorded is kept in .data/sqlite/. To keep it in PostgreSQL, set POSTGRES_URL, for example
POSTGRES_URL=postgres://user:password@localhost:5432/postgres npm start

Ctrl+C ends the portal. LOG_LEVEL=info shows what the backend does.`;

function portNumber(text, name) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new SetupError(
      `${name} is "${text}": expected a port number from 1 to 65535.`,
    );
  }
  return port;
}

function isUrl(text) {
  return /^https?:\/\//i.test(text);
}

/** Reads one --catalog value: a URL, or a path seen from `cwd` that has to be a file. */
export function readCatalog(text, cwd) {
  if (isUrl(text)) {
    try {
      return { type: 'url', target: new URL(text).href };
    } catch {
      throw new SetupError(`--catalog ${text}: this is not a valid URL.`);
    }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) {
    throw new SetupError(
      `--catalog ${text}: expected a path, or a URL with http or https.`,
    );
  }
  const target = resolve(cwd, text);
  let stats;
  try {
    stats = statSync(target);
  } catch (error) {
    const why = error.code === 'EACCES' ? 'may not be read' : 'does not exist';
    throw new SetupError(`--catalog ${text}: ${target} ${why}.`);
  }
  if (!stats.isFile()) {
    throw new SetupError(
      `--catalog ${text}: ${target} is a folder; name the catalog-info.yaml file in it.`,
    );
  }
  return { type: 'file', target };
}

function readDatabase(url) {
  if (url && !/^postgres(ql)?:\/\/\S+$/.test(url)) {
    throw new SetupError(
      'POSTGRES_URL is not the address of a PostgreSQL database: expected postgres://user:password@host:5432/database.',
    );
  }
  return Boolean(url);
}

/** Reads the command line and the environment of `npm start`; `cwd` is where the person is. */
export function readStartOptions(args, env, cwd) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      strict: true,
      options: {
        catalog: { type: 'string', multiple: true, default: [] },
        'no-demo': { type: 'boolean', default: false },
        port: { type: 'string' },
        'backend-port': { type: 'string' },
        built: { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${HELP}`);
  }
  if (values.help) {
    return { help: true };
  }
  if (values['no-build'] && !values.built) {
    throw new SetupError(
      '--no-build only goes with --built: without it the pages are made as they are opened.',
    );
  }
  const port = values.port ?? (env.PORT || undefined);
  const backendPort = values['backend-port'] ?? (env.BACKEND_PORT || undefined);
  const options = {
    help: false,
    catalogs: values.catalog.map(text => readCatalog(text, cwd)),
    demo: !values['no-demo'],
    port: port ? portNumber(port, 'The port') : 3000,
    backendPort: backendPort
      ? portNumber(backendPort, 'The port of the backend')
      : 7007,
    ownPorts: Boolean(port || backendPort),
    built: values.built,
    build: values.built && !values['no-build'],
    open: !values['no-open'],
    postgres: readDatabase(env.POSTGRES_URL),
  };
  if (!options.built && options.port === options.backendPort) {
    throw new SetupError(
      `The portal and its backend cannot both listen on port ${options.port}: give them different ones with --port and --backend-port.`,
    );
  }
  return options;
}
