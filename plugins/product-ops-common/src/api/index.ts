export * from './types';
export type { LifecycleApi } from './LifecycleClient';
export * from './ProductOpsClient';
