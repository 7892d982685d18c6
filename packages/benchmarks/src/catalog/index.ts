export { generateCatalog } from './generateCatalog';
export {
  ANY_TEAM,
  generateOrganisation,
  LARGEST_GROUP,
  LARGEST_TEAM,
  ORGANISATION,
  ROOT_GROUP,
} from './organisation';
export { withRelations } from './related';
export type {
  GenerateCatalogOptions,
  GeneratedCatalog,
  GeneratedDocument,
} from './types';
