import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { OwnershipModel } from './OwnershipModel';

/** An entity as others name it. */
export function linkOf(
  ref: string,
  title: string,
  options: { known: boolean; type?: string },
): EntityLink {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    ref,
    kind,
    namespace,
    name,
    title,
    ...(options.type && { type: options.type }),
    known: options.known,
  };
}

/** An entity of a model as others name it. */
export function linkIn(model: OwnershipModel, ref: string): EntityLink {
  const known =
    model.teams.get(ref) ?? model.people.get(ref) ?? model.entities.get(ref);
  return linkOf(ref, known?.title ?? ref.slice(ref.lastIndexOf('/') + 1), {
    known: known !== undefined,
    type: known && 'type' in known ? known.type : undefined,
  });
}
