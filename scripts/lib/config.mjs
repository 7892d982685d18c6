import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dataDir, root } from './paths.mjs';

const KINDS = [
  'Product',
  'Component',
  'System',
  'API',
  'Resource',
  'Location',
  'Group',
  'User',
  'Domain',
];

/** Keeps a text as it is: `${...}` in a configuration file would be replaced by a variable. */
function literal(text) {
  return text.replace(/\$(?=\{)/g, () => '$$');
}

function location({ type, target }) {
  return { type, target: literal(target), rules: [{ allow: KINDS }] };
}

/** Lists in a later file replace those of an earlier one, so what is added has to be added to what is there. */
function extended(configs, read, more) {
  const present = configs.map(read).filter(Array.isArray).pop() ?? [];
  return [...present, ...more];
}

/**
 * The configuration that the options of `npm start` amount to, over the given files' contents (first to last).
 * Undefined when the options change nothing.
 */
export function generateConfig(options, configs) {
  const generated = {};
  if (!options.demo || options.catalogs.length > 0) {
    const more = options.catalogs.map(location);
    generated.catalog = {
      locations: options.demo
        ? extended(configs, config => config?.catalog?.locations, more)
        : more,
    };
  }
  const hosts = options.catalogs
    .filter(({ type }) => type === 'url')
    .map(({ target }) => new URL(target).host);
  const backend = {};
  if (hosts.length > 0) {
    backend.reading = {
      allow: extended(
        configs,
        config => config?.backend?.reading?.allow,
        [...new Set(hosts)].map(host => ({ host })),
      ),
    };
  }
  if (options.postgres) {
    // The address contains a password: the file only names the variable.
    backend.database = { client: 'pg', connection: '${POSTGRES_URL}' };
  }
  if (options.ownPorts || options.built) {
    const backendUrl = `http://localhost:${options.backendPort}`;
    const baseUrl = portalUrl(options);
    generated.app = { baseUrl };
    backend.baseUrl = backendUrl;
    backend.listen = { port: options.backendPort };
    backend.cors = { origin: baseUrl };
  }
  if (Object.keys(backend).length > 0) {
    generated.backend = backend;
  }
  return Object.keys(generated).length > 0 ? generated : undefined;
}

/** Where the person finds the portal. */
export function portalUrl(options) {
  return `http://localhost:${
    options.built ? options.backendPort : options.port
  }`;
}

/** The configuration files of this start, first to last; writes the one that the options amount to. */
export function configFiles(options) {
  const { parse } = createRequire(join(root, 'package.json'))('yaml');
  const files = ['app-config.yaml', 'app-config.local.yaml']
    .map(name => join(root, name))
    .filter(existsSync);
  const generated = generateConfig(
    options,
    files.map(file => parse(readFileSync(file, 'utf8'))),
  );
  mkdirSync(join(dataDir, 'sqlite'), { recursive: true });
  if (!generated) {
    return files;
  }
  // A running portal watches its files: one that is started beside it, on other ports, must have its own.
  const file = join(dataDir, `app-config.${options.backendPort}.yaml`);
  const text = JSON.stringify(generated, null, 2);
  writeFileSync(
    file,
    `# Written by each \`npm start\` from its options.\n${text}\n`,
  );
  return [...files, file];
}
