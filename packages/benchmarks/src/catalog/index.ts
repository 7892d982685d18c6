export { generateCatalog } from './generateCatalog';
export type {
  GenerateCatalogOptions,
  GeneratedCatalog,
  GeneratedDocument,
} from './types';
