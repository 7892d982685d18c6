export * from './attention';
export * from './drills';
export * from './objectives';
export * from './permissions';
