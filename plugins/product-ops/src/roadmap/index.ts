export * from './Lanes';
export * from './RoadmapContent';
export * from './RoadmapItemCard';
export * from './RoadmapTeaching';
export type { RoadmapSettings } from './useRoadmapQuery';
