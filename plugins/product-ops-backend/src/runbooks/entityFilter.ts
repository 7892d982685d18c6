import type { Knex } from 'knex';
import { inList } from '../database/sql';
import type { VisibleFilter } from '../permissions/types';

/** Of which entities something is listed. */
export interface EntityFilter {
  visible: VisibleFilter;
  /** The full ref of a product: what it is and what is part of it. */
  product?: string;
  /** The full refs of owners. */
  owners?: readonly string[];
}

/**
 * Restricts a query of `<alias>.entity_ref` to entities of the catalog that the caller may read and asks for.
 *
 * @param filter - `ownOwner` is the column that names an owner who goes before the owner of the entity
 */
export function narrowToEntities(
  query: Knex.QueryBuilder,
  knex: Knex,
  filter: EntityFilter & { alias: string; ownOwner?: string },
): void {
  const { alias, visible, product, owners, ownOwner } = filter;
  if (visible !== 'all') {
    query.where(
      inList(knex, `${alias}.entity_ref`, visible === 'none' ? [] : visible),
    );
  }
  // What is not in the catalog any more cannot be read by anybody.
  query.whereExists(
    knex('directory_entities as e')
      .select(knex.raw('1'))
      .whereRaw('e.entity_ref = ??', [`${alias}.entity_ref`])
      .modify(of => {
        if (owners) {
          of.where(any => {
            any.where(theirs => {
              theirs.where(inList(knex, 'e.owner_ref', owners));
              if (ownOwner) {
                theirs.whereNull(ownOwner);
              }
            });
            if (ownOwner) {
              any.orWhere(inList(knex, ownOwner, owners));
            }
          });
        }
        if (product) {
          of.where(any =>
            any
              .where('e.entity_ref', product)
              .orWhere('e.product_ref', product)
              .orWhereExists(
                knex('directory_relations as p')
                  .select(knex.raw('1'))
                  .whereRaw('p.source_ref = e.entity_ref')
                  .where({ 'p.type': 'partOf', 'p.target_ref': product }),
              ),
          );
        }
      }),
  );
}
