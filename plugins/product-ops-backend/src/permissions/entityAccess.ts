import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DirectoryStore } from '../directory/types';
import { EntityLinks } from '../overview/EntityLinks';
import { entityNotFound } from './CatalogVisibility';
import type { Visibility } from './types';

interface Known {
  directory: DirectoryStore;
  visibility: Visibility;
}

/** Whether the catalog has an entity, by its full ref in lower case, that the caller may read. */
export async function isReadable(
  { directory, visibility }: Known,
  ref: string,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [entity, readable] = await Promise.all([
    directory.getEntity(ref),
    visibility.filterReadable([ref], credentials),
  ]);
  return entity !== undefined && readable.has(ref);
}

/** The full ref of an entity; 404 for what is not in the catalog, or what the caller may not read. */
export async function readableEntity(
  known: Known,
  entityRef: string,
  credentials: BackstageCredentials,
): Promise<string> {
  const ref = entityRef.toLocaleLowerCase('en-US');
  if (!(await isReadable(known, ref, credentials))) {
    throw entityNotFound(ref);
  }
  return ref;
}

/** Entities as the caller may know them. */
export async function linksFor(
  { directory, visibility }: Known,
  refs: readonly string[],
  credentials: BackstageCredentials,
): Promise<EntityLinks> {
  const wanted = [...new Set(refs)];
  const [entities, readable] = await Promise.all([
    directory.getEntities(wanted),
    visibility.filterReadable(wanted, credentials),
  ]);
  return EntityLinks.create({ entities, readable });
}
