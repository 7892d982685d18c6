export * from './attention';
export * from './conflicts';
export * from './conflictTypes';
export { CSV_COLUMNS, harmlessCell, plainCell } from './csvCells';
export type { CsvColumn } from './csvCells';
export * from './csvFile';
export * from './csvImport';
export * from './dependencies';
export * from './feedback';
export * from './goalFields';
export * from './goalRefs';
export * from './goals';
export * from './investmentMix';
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
export * from './permissions';
export * from './rank';
export * from './ranking';
export * from './score';
export * from './schema';
export * from './suggestions';
export * from './summary';
export type { ChangedLines } from './textEdits';
export * from './timeline';
export * from './timelineScale';
export * from './timelineWindow';
export * from './types';
export * from './validateItem';
export * from './vocabulary';
export * from './yamlChange';
