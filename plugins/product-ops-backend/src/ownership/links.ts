import {
  readEntityRef,
  type EntityLink,
} from '@productops/backstage-plugin-product-ops-common';
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

/** A ref as it is asked for: a name alone is that of a group, if not told else. */
export function refOf(text: string, defaultKind = 'group'): string {
  return (
    readEntityRef(text, { defaultKind }) ?? text.toLocaleLowerCase('en-US')
  );
}

/** The words of a search, in lower case, ten at most. */
export function wordsOf(text: string | undefined): string[] {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10);
}
