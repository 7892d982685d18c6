/**
 * What other backend plugins call of Product Ops, what they can add to it, and what
 * permission policies are composed of.
 *
 * @packageDocumentation
 */
export {
  lifecycleFactsExtensionPoint,
  type LifecycleFact,
  type LifecycleFactEntity,
  type LifecycleFactsExtensionPoint,
} from './lifecycleFacts';
export { productOpsDefaultPolicy } from './permissions/productOpsDefaultPolicy';
export { productOpsServiceRef } from './productOpsServiceRef';
export type {
  ProductOpsService,
  ProductOpsServiceRequestOptions,
} from './types';
