export * from './api';
export { isProduct, isProductOpsAvailable } from './kinds';
export type { ProductsSettings, ProductsView } from './overview';
export * from './plugin';
export type { RoadmapSettings, RoadmapView } from './roadmap';
export type { RunbooksSettings } from './runbooks';
export { productOpsTranslationRef } from './translation';
