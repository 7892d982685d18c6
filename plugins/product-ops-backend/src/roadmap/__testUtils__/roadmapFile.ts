import type { createMockDirectory } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { Portal } from '../../documents/__testUtils__/startPortal';

type Folder = ReturnType<typeof createMockDirectory>;

/** A roadmap file with items, each as YAML that stands behind a dash. */
export function fileOf(...items: string[]): string {
  return `apiVersion: productops.io/v1alpha1\nkind: Roadmap\nitems:${
    items.length ? '' : ' []'
  }\n${items.map(item => `  - ${item}\n`).join('')}`;
}

/** A folder has a roadmap file with these items, and nothing else but the catalog file beside it. */
export function putFile(folder: Folder, ...items: string[]): void {
  folder.setContent({
    'catalog-info.yaml': '',
    'roadmap.yaml': fileOf(...items),
  });
}

/** Has the suite read all files anew, whenever they would be due. */
export async function readFiles(options: {
  knex: Knex;
  portal: Portal;
}): Promise<void> {
  await options.knex('documents_sources').update({ next_read_at: new Date(0) });
  await options.portal.refresh();
}
