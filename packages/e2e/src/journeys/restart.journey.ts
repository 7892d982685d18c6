import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backendAs } from '../portal/api';
import { GitServer, startGitServer } from '../portal/gitServer';
import { freePorts } from '../portal/ports';
import { lanternRepository, writeFiles } from '../portal/repository';
import {
  newDataDirectory,
  Portal,
  removeDataDirectory,
  startPortal,
} from '../portal/startPortal';
import { expect, test } from '../portal/test';

const LANTERN = 'product:default/lantern';
const JO = 'user:default/jo';

let folder: string;
let dataDirectory: string;
let git: GitServer | undefined;
let portal: Portal | undefined;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'product-ops-restart-'));
  dataDirectory = await newDataDirectory();
});

test.afterAll(async () => {
  await portal?.stop();
  await git?.close();
  await removeDataDirectory(dataDirectory);
  await rm(folder, { recursive: true, force: true });
});

test('what was registered is there after a restart of the portal, even while its files cannot be reached', async ({
  page,
}) => {
  // Two starts of a portal of its own, beside the one of all journeys.
  test.setTimeout(480_000);
  const [port, gitPort] = await freePorts(2);
  const start = () =>
    startPortal({
      port,
      dataDirectory,
      // The pages are those that the portal of all journeys was built with.
      args: ['--no-build'],
      config: {
        'integrations.gitea': [
          {
            host: `localhost:${gitPort}`,
            baseUrl: `http://localhost:${gitPort}`,
          },
        ],
      },
    });
  const repository = path.join(folder, 'lantern');
  await writeFiles(repository, lanternRepository);
  git = await startGitServer({
    port: gitPort,
    repository: 'lantern',
    folder: repository,
  });

  portal = await start();
  const { url } = portal;
  const target = git.fileUrl('catalog-info.yaml');
  // Nobody can sign in, and so register, before the catalog has read the first files.
  await expect(async () => {
    const { register, productOps } = await backendAs(JO, url);
    await register(target);
    const { sources } = await productOps.getEntityOverview(LANTERN);
    expect(sources.map(source => source.state)).toEqual(['ok', 'ok']);
  }).toPass({ timeout: 180_000 });
  const recorded = await whatIsKnown(url);
  expect(recorded.items).toEqual(['Batteries that last', 'Brighter lamps']);

  await portal.stop();
  await git.close();
  git = undefined;
  portal = await start();

  expect(await whatIsKnown(url)).toEqual(recorded);
  await page.addInitScript(
    person => window.localStorage.setItem('portal.sign-in-as', person),
    JO,
  );
  await page.goto(`${url}/catalog/default/product/lantern/roadmap`);
  await expect(
    page.getByRole('button', { name: 'Brighter lamps', exact: true }),
  ).toBeVisible();
});

/** What does not go by the clock: the product's own facts, its roadmap and its runbooks. */
async function whatIsKnown(url: string) {
  const { productOps } = await backendAs(JO, url);
  const overview = await productOps.getEntityOverview(LANTERN);
  const roadmap = await productOps.listRoadmapItems(LANTERN);
  const runbooks = await productOps.listRunbooks(LANTERN);
  return {
    entity: overview.entity,
    ownership: overview.ownership,
    items: roadmap.items.map(item => item.title).sort(),
    runbooks: runbooks.items.map(runbook => runbook.title).sort(),
  };
}
