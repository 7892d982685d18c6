export * from './assignIds';
export * from './attention';
export * from './helperPages';
export * from './parseRunbook';
export * from './review';
export * from './runs';
export * from './schema';
export * from './types';
