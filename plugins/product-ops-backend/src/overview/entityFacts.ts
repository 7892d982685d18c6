import {
  type EntityFacts,
  type ResolvedRoadmapItem,
  type RunbookSummary,
  type Source,
} from '@productops/backstage-plugin-product-ops-common';
import { posix } from 'node:path';
import type { DirectoryEntity, DirectoryRole } from '../directory/types';
import type { EntityLinks } from './EntityLinks';

/** A role with where it comes from. */
export type EffectiveRole = Omit<DirectoryRole, 'origin'> & {
  origin: DirectoryRole['origin'] | 'product';
};

/**
 * Who holds the roles of an entity: as it says itself; what a part of a product does not say, its product says.
 */
export function effectiveRoles(
  entity: DirectoryEntity,
  product?: DirectoryEntity,
): EffectiveRole[] {
  const own = entity.facts.roles ?? [];
  if (entity.kind === 'product' || !product) {
    return own;
  }
  const said = new Set(own.map(({ role }) => role));
  const inherited = (product.facts.roles ?? []).filter(
    ({ role }) => !said.has(role),
  );
  return [
    ...own,
    ...inherited.map(role => ({ ...role, origin: 'product' as const })),
  ];
}

/** What the rules must know of an entity, out of its row and its documents. */
export function entityFacts(options: {
  entity: DirectoryEntity;
  links: EntityLinks;
  roles: readonly EffectiveRole[];
  sources: readonly Source[];
  items: readonly ResolvedRoadmapItem[];
  runbooks: readonly RunbookSummary[];
}): EntityFacts {
  const { entity, links, roles, sources, items, runbooks } = options;
  const { facts } = entity;
  const declared = (kind: Source['kind']) =>
    sources.find(source => source.kind === kind);
  const readOnce = declared('runbooks')?.state !== 'pending';
  return {
    ref: entity.ref,
    kind: entity.kind,
    title: entity.title,
    file: fileNameOf(entity),
    editUrl: entity.editUrl,
    ...(entity.ownerRef && { owner: links.named(entity.ownerRef) }),
    roles: roles.map(({ role, holderRef }) => ({
      role,
      holder: links.named(holderRef),
    })),
    lifecycle: entity.declaredLifecycle ?? entity.stage,
    tier: entity.tier,
    objectives: { rto: facts.rto, rpo: facts.rpo },
    milestones: facts.milestones,
    ...(facts.successorRef && { successor: links.named(facts.successorRef) }),
    goals: facts.goals?.map(({ id }) => id),
    ...((declared('roadmap') || items.length > 0) && { roadmap: items }),
    ...(readOnce && { runbooks }),
    sources,
    annotationProblems: facts.problems,
  };
}

/** The name of the catalog-info file: where it lies on a machine is nobody's concern. */
export function fileNameOf({
  locationRef,
}: DirectoryEntity): string | undefined {
  if (!locationRef) {
    return undefined;
  }
  const name = posix.basename(locationRef.split(/[?#]/, 1)[0]);
  return /^[\w.-]+\.ya?ml$/i.test(name) ? name : undefined;
}
