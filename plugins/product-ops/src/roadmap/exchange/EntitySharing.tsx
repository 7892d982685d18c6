import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ROADMAP_STATUSES } from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';
import { HORIZONS } from '../useRoadmapQuery';

const ShareMenu = lazy(async () => ({
  default: (await import('./ShareMenu')).ShareMenu,
}));

/** Takes the roadmap of the entity of the page along, as it is filtered now. */
export function EntitySharing() {
  const { entity } = useEntity();
  const url = useUrlState();
  const status = ROADMAP_STATUSES.filter(one =>
    url.getAll('status').includes(one),
  );
  const horizon = HORIZONS.filter(one => url.getAll('horizon').includes(one));
  const category = url.getAll('category');
  const q = url.get('q');
  return (
    <Suspense fallback={null}>
      <ShareMenu
        entityRef={stringifyEntityRef(entity)}
        title={entity.metadata.title ?? entity.metadata.name}
        query={{
          ...(status.length > 0 && { status }),
          ...(horizon.length > 0 && { horizon }),
          ...(category.length > 0 && { category }),
          ...(q && { q }),
        }}
      />
    </Suspense>
  );
}
