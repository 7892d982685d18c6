import { RELATION_PART_OF } from '@backstage/catalog-model';
import type { DirectoryEntity, DirectoryRelations } from '../directory/types';

/** The products that an entity is a part of: first the one that it names itself. */
export function productRefsOf(
  entity: DirectoryEntity,
  relations: DirectoryRelations,
): string[] {
  const wholes = relations.get(RELATION_PART_OF)?.targets ?? [];
  return [
    ...new Set([
      ...(entity.productRef ? [entity.productRef] : []),
      ...wholes.filter(ref => ref.startsWith('product:')),
    ]),
  ];
}
