// Makes the typed ends of the HTTP contract from the one OpenAPI document in the backend package:
// the types that client and server share, and the document as a module that the backend serves.
// With --check it writes nothing and fails when a generated file is not what the document gives.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const at = path => fileURLToPath(new URL(path, import.meta.url));
const source = at('../../product-ops-backend/src/schema/openapi.yaml');
const note =
  '// Generated from openapi.yaml by `yarn generate:api`. Do not edit.\n';

const document = parse(await readFile(source, 'utf8'));
const summaries = {
  paths:
    'The paths of the HTTP contract, as `openapi-fetch` and the typed router take them.',
  components: 'The schemas of the HTTP contract by name.',
  operations: 'The operations of the HTTP contract by id.',
};
const types = astToString(await openapiTS(document, { alphabetize: false }))
  .replace(/^export type (webhooks|\$defs) = .*$/gm, '')
  .replace(
    /^export interface (\w+)/gm,
    (all, name) => `/** ${summaries[name]} @public */\n${all}`,
  );
const outputs = {
  [at('../src/api/openapi.generated.ts')]: `${note}${types}`,
  [at('../../product-ops-backend/src/schema/openapi.generated.ts')]: `${note}
export const openApiDocument = ${JSON.stringify(document)};
`,
};

const stale = [];
for (const [path, text] of Object.entries(outputs)) {
  const options = await prettier.resolveConfig(source);
  const wanted = await prettier.format(text, {
    ...options,
    parser: 'typescript',
  });
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === wanted) continue;
  if (process.argv.includes('--check')) stale.push(path);
  else await writeFile(path, wanted);
}
if (stale.length) {
  process.stderr.write(
    `Not what openapi.yaml gives; run \`yarn generate:api\`:\n${stale.join(
      '\n',
    )}\n`,
  );
  process.exitCode = 1;
}
