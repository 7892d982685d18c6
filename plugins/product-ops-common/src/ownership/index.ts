export * from './attention';
export * from './gaps';
export * from './verification';
