// A module of its own, so that the client is loaded with the first page that asks, not with the portal.
export { ProductOpsClient } from '@productops/backstage-plugin-product-ops-common';
