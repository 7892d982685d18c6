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
