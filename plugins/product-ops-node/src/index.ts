/**
 * What other backend plugins call of Product Ops.
 *
 * @packageDocumentation
 */
export { productOpsServiceRef } from './productOpsServiceRef';
export type {
  ProductOpsService,
  ProductOpsServiceRequestOptions,
} from './types';
