import { Entity } from '@backstage/catalog-model';

/** A file that a generated entity names by annotation, relative to the folder of the catalog. */
export interface GeneratedDocument {
  path: string;
  content: string;
}

/** A made-up catalog: entities as their files would hold them, and the files beside them. */
export interface GeneratedCatalog {
  entities: Entity[];
  documents: GeneratedDocument[];
}

export interface GenerateCatalogOptions {
  /** How many entities: exactly so many are made. At least 20. */
  entities: number;
  /** The same seed gives the same catalog. */
  seed: number;
  /** How many products get a roadmap file and a folder of runbooks; 200 when absent. */
  withDocuments?: number;
}
