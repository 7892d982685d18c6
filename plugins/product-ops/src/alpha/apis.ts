import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { productOpsApiRef } from '../api';
import { LazyProductOpsClient } from '../api/LazyProductOpsClient';

export const productOpsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: productOpsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => LazyProductOpsClient.create(deps),
    }),
});
