export * from './attention';
export * from './stages';
