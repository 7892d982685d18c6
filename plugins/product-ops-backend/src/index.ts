/**
 * The backend of Product Ops.
 *
 * @packageDocumentation
 */
export { productOpsPlugin as default } from './plugin';
export { productOpsRootHealth } from './health/directoryHealth';
