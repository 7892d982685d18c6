export * from './types';
export type { FeedbackApi } from './FeedbackClient';
export type { GoalQuestion, GoalsApi } from './GoalsClient';
export type { ExchangeApi } from './ExchangeClient';
export type { LifecycleApi } from './LifecycleClient';
export type { PlanApi } from './PlanClient';
export type { RoadmapApi, RoadmapItemQuestion } from './RoadmapClient';
export type { RunsApi } from './RunsClient';
export * from './ProductOpsClient';
