/**
 * What other backend plugins call of Product Ops, and what permission policies are composed of.
 *
 * @packageDocumentation
 */
export { productOpsDefaultPolicy } from './permissions/productOpsDefaultPolicy';
export { productOpsServiceRef } from './productOpsServiceRef';
export type {
  ProductOpsService,
  ProductOpsServiceRequestOptions,
} from './types';
