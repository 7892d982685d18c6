export * from './types';
export * from './ProductOpsClient';
