export { generateCatalog } from './catalog';
export type {
  GenerateCatalogOptions,
  GeneratedCatalog,
  GeneratedDocument,
} from './catalog';
