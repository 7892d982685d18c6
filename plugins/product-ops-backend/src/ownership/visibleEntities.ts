import type { Knex } from 'knex';
import { inList } from '../database/sql';
import { ENTITIES } from '../directory/tables';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/**
 * The part of a filter that keeps to entities that a caller may read and asks for. Where that is all of them, there is
 * none: a list of a whole catalog need not go to the database.
 */
export function entitiesOf(
  model: OwnershipModel,
  entity?: string,
  matches?: (entity: OwnedEntity) => boolean,
): { entities?: string[] } {
  if (entity !== undefined) {
    const known = model.entities.get(entity);
    return { entities: known && (matches?.(known) ?? true) ? [entity] : [] };
  }
  if (!matches) {
    return model.restricted ? { entities: [...model.entities.keys()] } : {};
  }
  return {
    entities: [...model.entities.values()]
      .filter(matches)
      .map(({ ref }) => ref),
  };
}

/**
 * Keeps a query of records to entities of such a filter. Without one it keeps to what is in the catalog: what has left
 * it, nobody can ask for any more.
 */
export function keepToEntities(
  knex: Knex,
  query: Knex.QueryBuilder,
  entities: readonly string[] | undefined,
): void {
  if (entities) {
    query.where(inList(knex, 'entity_ref', entities));
  } else {
    query.whereIn('entity_ref', knex(ENTITIES).select('entity_ref'));
  }
}
