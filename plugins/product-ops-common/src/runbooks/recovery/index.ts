export type { DrillFacts } from './attention';
export * from './drills';
export * from './objectives';
export * from './permissions';
