export * from './Milestones';
export * from './StageRail';
export * from './StageTag';
