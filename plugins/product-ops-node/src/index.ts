/**
 * What other backend plugins call of Product Ops, what they can add to it, and what
 * permission policies are composed of.
 *
 * @packageDocumentation
 */
export {
  alertsExtensionPoint,
  type AlertSource,
  type AlertSourceAnswer,
  type AlertsExtensionPoint,
  type OnCallLookup,
  type OnCallPerson,
  type ReceivedAlert,
} from './alerts';
export {
  lifecycleFactsExtensionPoint,
  type LifecycleFact,
  type LifecycleFactEntity,
  type LifecycleFactsExtensionPoint,
} from './lifecycleFacts';
export { productOpsDefaultPolicy } from './permissions/productOpsDefaultPolicy';
export {
  roadmapSourcesExtensionPoint,
  type RoadmapItemSource,
  type RoadmapSourceAnswer,
  type RoadmapSourceEntity,
  type RoadmapSourceItem,
  type RoadmapSourceProblem,
  type RoadmapSourceRequest,
  type RoadmapSourcesExtensionPoint,
} from './roadmapSources';
export { productOpsServiceRef } from './productOpsServiceRef';
export type {
  ProductOpsService,
  ProductOpsServiceRequestOptions,
} from './types';
