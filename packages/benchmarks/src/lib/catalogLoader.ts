import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Puts entities into a running catalog, as an integration with an organisation's own systems would. */
export interface CatalogLoader {
  module: BackendFeature;
  /** Replaces all that this loader put in before. */
  load(entities: Entity[]): Promise<void>;
  /** Puts some of them in anew, and leaves the others as they are. */
  change(entities: Entity[]): Promise<void>;
}

/** @param location - where the entities say they come from, such as `file:<path of a catalog-info.yaml>` */
export function createCatalogLoader(location: string): CatalogLoader {
  let connected: (connection: EntityProviderConnection) => void;
  const connection = new Promise<EntityProviderConnection>(resolve => {
    connected = resolve;
  });
  const deferred = (entity: Entity) => ({
    entity: locate(entity, location),
    locationKey: 'benchmark',
  });
  return {
    module: createBackendModule({
      pluginId: 'catalog',
      moduleId: 'benchmark-loader',
      register(reg) {
        reg.registerInit({
          deps: { processing: catalogProcessingExtensionPoint },
          async init({ processing }) {
            processing.addEntityProvider({
              getProviderName: () => 'benchmark',
              async connect(to) {
                connected(to);
              },
            });
          },
        });
      },
    }),
    async load(entities) {
      await (
        await connection
      ).applyMutation({ type: 'full', entities: entities.map(deferred) });
    },
    async change(entities) {
      await (
        await connection
      ).applyMutation({
        type: 'delta',
        added: entities.map(deferred),
        removed: [],
      });
    },
  };
}

function locate(entity: Entity, location: string): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
  };
}
