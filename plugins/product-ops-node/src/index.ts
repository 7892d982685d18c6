/**
 * What other backend plugins call of Product Ops, and what they can add to it.
 *
 * @packageDocumentation
 */
export {
  lifecycleFactsExtensionPoint,
  type LifecycleFact,
  type LifecycleFactEntity,
  type LifecycleFactsExtensionPoint,
} from './lifecycleFacts';
export { productOpsServiceRef } from './productOpsServiceRef';
export type {
  ProductOpsService,
  ProductOpsServiceRequestOptions,
} from './types';
