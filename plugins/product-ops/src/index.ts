export * from './api';
export { isProduct, isProductOpsAvailable } from './kinds';
export * from './plugin';
export { productOpsTranslationRef } from './translation';
