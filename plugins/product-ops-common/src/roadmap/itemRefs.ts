import { readEntityRef } from '../product';
import type { DeclaredDependency } from './types';

/**
 * What a roadmap item is named by: its id, unique on the roadmap of its entity.
 *
 * @public
 */
export interface ItemRef {
  /** The full ref of the entity whose roadmap it is on. */
  entityRef: string;
  itemId: string;
}

const idExpression = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Whether a text may be the id of an item. */
export function isItemId(text: string): boolean {
  return idExpression.test(text);
}

/** Reads `id` or `id@<entity ref>`; nothing when it is neither. */
export function readDependency(
  ref: string,
  namespace: string | undefined,
): DeclaredDependency | undefined {
  const at = ref.indexOf('@');
  const id = (at < 0 ? ref : ref.slice(0, at)).trim();
  if (!idExpression.test(id)) {
    return undefined;
  }
  if (at < 0) {
    return { ref, id };
  }
  const entity = readEntityRef(ref.slice(at + 1), {
    defaultKind: 'product',
    defaultNamespace: namespace,
  });
  return entity ? { ref, id, entity } : undefined;
}

/**
 * One text for one item, among those of all entities: `id@kind:namespace/name`.
 *
 * @public
 */
export function itemKeyOf(item: ItemRef): string {
  return `${item.itemId}@${item.entityRef}`;
}

/**
 * The item that a dependency names, seen from the roadmap of an entity.
 *
 * @param ref - `id`, or `id@<entity ref>`
 * @param entityRef - the full ref of the entity of the item that depends
 * @returns nothing when it names no item
 *
 * @public
 */
export function dependencyTargetOf(
  ref: string,
  entityRef: string,
): ItemRef | undefined {
  // Refs that were read once are full ones: they need no parser, which counts where there are many.
  const full =
    /^([A-Za-z0-9][A-Za-z0-9._-]{0,99})(?:@([a-z]+:[a-z0-9._-]+\/[a-z0-9._-]+))?$/.exec(
      ref,
    );
  if (full) {
    return { itemId: full[1], entityRef: full[2] ?? entityRef };
  }
  const read = readDependency(ref, undefined);
  return read && { itemId: read.id, entityRef: read.entity ?? entityRef };
}

/**
 * How an item of one entity names an item: by its id alone where it is of the same entity.
 *
 * @public
 */
export function dependencyRefOf(target: ItemRef, entityRef: string): string {
  return target.entityRef === entityRef ? target.itemId : itemKeyOf(target);
}

/**
 * An id for an item that is not taken yet, made of its title: `one-tap-checkout`, `one-tap-checkout-2`.
 *
 * @public
 */
export function itemIdOf(title: string, taken: ReadonlySet<string>): string {
  const name =
    title
      .slice(0, 1000)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, '') || 'item';
  let id = name;
  for (let number = 2; taken.has(id); number += 1) {
    id = `${name}-${number}`;
  }
  return id;
}
