export * from './attention';
export * from './gaps';
export * from './graph';
export * from './verification';
export * from './permissions';
export * from './responsibleRule';
