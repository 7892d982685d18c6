export const ITEMS = 'roadmap_items';

/** Where an item comes from: `declared` in a file, `recorded` in the portal, or the id of another system. */
export type ItemSource = string;

/** An item by its entity, source and id. */
export interface ItemAddress {
  entityRef: string;
  source: ItemSource;
  itemId: string;
}

export function addressColumns({ entityRef, source, itemId }: ItemAddress) {
  return { entity_ref: entityRef, source, item_id: itemId };
}
