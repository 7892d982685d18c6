import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { backendAs } from '../portal/api';
import { hasRealData, kubernetesCatalog } from '../portal/realData';
import { expect, test } from '../portal/test';

/** The kinds that somebody owns, of all that the catalogs of the journeys have. */
const OWNED = ['product', 'component', 'system', 'api', 'resource', 'domain'];

test('the organisation has everything in it that the catalog has, once', async () => {
  const backend = await backendAs('user:default/jo');
  await expect(async () => {
    const [graph, teams, ...owned] = await Promise.all([
      backend.productOps.getOwnershipGraph({ depth: 1 }),
      backend.refsOfKind('group'),
      ...OWNED.map(kind => backend.refsOfKind(kind)),
    ]);
    expect(graph.totals.teams).toBe(teams.length);
    expect(graph.totals.entities).toBe(owned.flat().length);
    // What is below the root is all of it: nothing is owned by two, and nothing by nobody that is not said.
    expect(graph.nodes[0].counts.entities).toBe(graph.totals.entities);
  }).toPass();
});

test('what each Kubernetes group owns is what the files say', async () => {
  test.skip(
    !hasRealData,
    'needs the Kubernetes catalog beside the repository (kubernetes/ under shared/data)',
  );
  const folder = path.dirname(kubernetesCatalog);
  const declared = new Map<string, number>();
  for (const file of ['products.yaml', 'components.yaml']) {
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const document of parseAllDocuments(text)) {
      const owner: string | undefined = document.toJS()?.spec?.owner;
      if (owner) {
        const name = owner.replace(/^group:/, '').replace(/^default\//, '');
        declared.set(name, (declared.get(name) ?? 0) + 1);
      }
    }
  }
  expect(declared.size).toBeGreaterThan(20);
  const { productOps } = await backendAs('user:default/jo');
  await expect(async () => {
    for (const [name, count] of declared) {
      const { direct } = await productOps.getTeamOwnership(
        `group:default/${name}`,
      );
      expect([name, direct.entities]).toEqual([name, count]);
    }
  }).toPass();
});
