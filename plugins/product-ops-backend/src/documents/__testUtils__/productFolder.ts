import type { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { type Portal, productAt, startPortal } from './startPortal';

/** A portal on one product whose catalog-info file lies in a folder of the disk. */
export function productFolder(folder: ReturnType<typeof createMockDirectory>) {
  let portal: Portal | undefined;
  let changes = 0;
  const location = `file:${folder.resolve('product/catalog-info.yaml')}`;

  return {
    location,
    async setUp(
      knex: Knex,
      files: Record<string, string | Buffer>,
      annotations: { roadmap?: string; runbooks?: string },
      config: JsonObject = {},
    ): Promise<Portal> {
      folder.setContent({ 'product/catalog-info.yaml': '' });
      folder.addContent({ product: files });
      portal = await startPortal({
        knex,
        entities: [productAt(location, annotations)],
        config: {
          catalog: {
            locations: [
              {
                type: 'file',
                target: folder.resolve('product/catalog-info.yaml'),
              },
            ],
          },
          productOps: {
            documents: { refreshEvery: { seconds: 1 }, ...config },
          },
        },
      });
      await portal.refresh();
      return portal;
    },
    /** What has changed is due at once when the entity has changed too. */
    async change(
      files: Record<string, string | Buffer>,
      annotations: { roadmap?: string; runbooks?: string },
    ): Promise<void> {
      folder.addContent({ product: files });
      changes += 1;
      portal?.inCatalog(
        productAt(location, annotations, {
          spec: { vision: `The ${changes}. change` },
        }),
      );
      await portal?.refresh();
    },
    stop: () => portal?.stop(),
  };
}
