import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ExportRoadmapsCsvQuery } from '@productops/backstage-plugin-product-ops-common';

const ShareMenu = lazy(async () => ({
  default: (await import('./ShareMenu')).ShareMenu,
}));

/** Takes the roadmap of the entity of the page along, as it is filtered now. */
export function EntitySharing(props: { query: ExportRoadmapsCsvQuery }) {
  const { entity } = useEntity();
  return (
    <Suspense fallback={null}>
      <ShareMenu
        entityRef={stringifyEntityRef(entity)}
        title={entity.metadata.title ?? entity.metadata.name}
        query={props.query}
      />
    </Suspense>
  );
}
