/**
 * Adds the Product kind, its relations and annotations to the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleProductOps as default } from './module';
export { ProductOpsEntityProcessor } from './processor/ProductOpsEntityProcessor';
