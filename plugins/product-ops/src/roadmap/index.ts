export * from './Lanes';
export * from './RoadmapContent';
export * from './RoadmapItemCard';
export * from './RoadmapTeaching';
export { OPEN } from './useRoadmapQuery';
export type { RoadmapSettings, RoadmapView } from './useRoadmapQuery';
export { sharesOf } from './words';
