export * from './attention';
export * from './gaps';
