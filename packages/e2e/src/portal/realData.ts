import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(
  process.env.PRODUCT_OPS_TEST_DATA ??
    path.resolve(__dirname, '../../../../../shared/data'),
);

/** The catalog made of the Kubernetes project's governance data, which is not part of this repository. */
export const kubernetesCatalog = path.join(
  folder,
  'kubernetes/catalog-info.yaml',
);

/** Whether the real data is there; a journey that needs it is skipped without. */
export const hasRealData = existsSync(kubernetesCatalog);
