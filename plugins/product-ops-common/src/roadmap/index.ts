export * from './attention';
export * from './dependencies';
export * from './parseRoadmapFile';
export * from './score';
export * from './schema';
export * from './summary';
export * from './types';
export * from './vocabulary';
