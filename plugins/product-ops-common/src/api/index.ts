export * from './types';
export type { ExchangeApi } from './ExchangeClient';
export type { LifecycleApi } from './LifecycleClient';
export type { RoadmapApi, RoadmapItemQuestion } from './RoadmapClient';
export * from './ProductOpsClient';
