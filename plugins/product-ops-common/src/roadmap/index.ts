export * from './attention';
export * from './dependencies';
export * from './itemCommands';
export * from './itemCommandTypes';
export {
  dependencyRefOf,
  dependencyTargetOf,
  itemIdOf,
  itemKeyOf,
} from './itemRefs';
export type { ItemRef } from './itemRefs';
export {
  diffFields,
  entryOfDeclared,
  fieldsOf,
  ITEM_FIELDS,
  patchFields,
} from './items';
export type { ItemFields, ItemPatch, RoadmapEntry } from './items';
export * from './parseRoadmapFile';
export * from './rank';
export * from './score';
export * from './schema';
export * from './summary';
export * from './types';
export * from './validateItem';
export * from './vocabulary';
