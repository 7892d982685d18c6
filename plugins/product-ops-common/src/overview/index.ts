export * from './attention';
export * from './facts';
export * from './scoped';
