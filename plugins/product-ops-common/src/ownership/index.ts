export * from './attention';
export * from './gaps';
export * from './verification';
export * from './permissions';
export * from './responsibleRule';
