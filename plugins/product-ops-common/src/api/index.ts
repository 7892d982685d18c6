export * from './types';
export type { FeedbackApi } from './FeedbackClient';
export type { LifecycleApi } from './LifecycleClient';
export type { RoadmapApi, RoadmapItemQuestion } from './RoadmapClient';
export * from './ProductOpsClient';
