export * from './attachments';
export * from './constants';
export { nearestName } from './nearestName';
export * from './relations';
export * from './schema';
export * from './types';
export * from './values';
export * from './wording';
