import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  attentionOf,
  DEFAULT_STAGES,
  OWNERSHIP_ROLES,
  summariseGoals,
  summariseRoadmap,
  withoutScope,
  type DependencyTarget,
  type DrillFacts,
  type EntityFacts,
  type EntityOverview,
  type RelatedEntities,
  type Source,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity, DirectoryRelations } from '../directory/types';
import {
  attentionOfItems,
  resolveItems,
  toRoadmapItem,
  inForce,
  keyOf,
} from '../roadmap/roadmapView';
import type { StoredRoadmapItem } from '../roadmap/rows';
import { summariseRunbooks, toRunbookSummary } from '../runbooks/runbookView';
import type { StoredRunbook } from '../runbooks/rows';
import { effectiveRoles, entityFacts, type EffectiveRole } from './entityFacts';
import type { EntityLinks } from './EntityLinks';
import { productRefsOf } from './productsOfParts';
import { stageOfEntity } from '../directory/stageOfEntity';

const MAX_RELATED = 20;
const MAX_ATTENTION = 100;
const MAX_GOALS = 100;
const MAX_ROLES = 100;

/** All that an overview is made of, read and filtered for one caller. */
export interface OverviewParts {
  entity: DirectoryEntity;
  relations: DirectoryRelations;
  sources: Source[];
  items: StoredRoadmapItem[];
  runbooks: StoredRunbook[];
  targets: ReadonlyMap<string, DependencyTarget>;
  links: EntityLinks;
  /** What drills of its recovery came to. */
  drills: DrillFacts;
  /** The alerts that fire on it. */
  alerts?: EntityFacts['alerts'];
  /** What it rests on from afar and that promises less. */
  restsOn?: EntityFacts['restsOn'];
  /** How many people are in the owning team, as far as it matters; absent when the caller may not know. */
  ownerMembers?: number;
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  stages?: readonly StageDefinition[];
  categories?: readonly string[];
}

/** Puts an overview together. */
export function overviewOf(parts: OverviewParts): EntityOverview {
  const { entity, relations, links, sources, drills, today } = parts;
  const stages = parts.stages ?? DEFAULT_STAGES;
  const { facts } = entity;
  const product = productRefsOf(entity, relations)
    .map(ref => links.find(ref))
    .find(found => found !== undefined);
  const roles = effectiveRoles(entity, product);

  const view = {
    ...parts,
    source: sources.find(({ kind }) => kind === 'roadmap'),
  };
  const resolved = resolveItems(parts.items, view);
  const wrong = attentionOfItems(resolved, view);
  const items = resolved.map(item =>
    toRoadmapItem(item, wrong.get(keyOf(item)), view),
  );
  const runbooks = parts.runbooks.map(runbook =>
    toRunbookSummary(runbook, {
      links,
      today,
      source: sources.find(({ kind }) => kind === 'runbooks'),
    }),
  );
  const related = (type: string) => relatedOf(parts, type, stages);
  const composition = {
    parts: related(RELATION_HAS_PART),
    partOf: related(RELATION_PART_OF),
    dependsOn: related(RELATION_DEPENDS_ON),
    dependents: related(RELATION_DEPENDENCY_OF),
  };
  const attention = attentionOf(
    {
      ...entityFacts({
        ...parts,
        roles,
        items: inForce(resolved),
        runbooks,
      }),
      ...ownerFacts(parts),
      drills,
      dependencies: dependenciesOf(parts),
      restsOn: parts.restsOn,
      alerts: parts.alerts,
      dependents: composition.dependents.total,
    },
    {
      today,
      stages,
      categories: parts.categories,
      knownEntity: ref => links.known(ref),
    },
  );

  return {
    entity: {
      ...links.link(entity.ref),
      ...(entity.description && { description: entity.description }),
      ...(facts.vision && { vision: facts.vision }),
      ...(entity.viewUrl && { sourceUrl: entity.viewUrl }),
      ...(entity.editUrl && { editUrl: entity.editUrl }),
    },
    ...(product && { product: links.link(product.ref) }),
    ownership: {
      ...(entity.ownerRef && { owner: links.link(entity.ownerRef) }),
      roles: roles
        .slice(0, MAX_ROLES)
        .map(role => toRoleHolder(role, links, product)),
    },
    lifecycle: {
      current: stageOfEntity(entity, stages),
      stages: stages.map(({ id, title }) => ({ id, title })),
      ...(facts.milestones && { milestones: facts.milestones }),
      ...(facts.successorRef && { successor: links.link(facts.successorRef) }),
    },
    goals: summariseGoals((facts.goals ?? []).slice(0, MAX_GOALS), items),
    roadmap: summariseRoadmap(items),
    runbooks: summariseRunbooks(runbooks),
    operations: {
      ...(entity.tier && { tier: entity.tier }),
      ...(facts.rto && { rto: facts.rto }),
      ...(facts.rpo && { rpo: facts.rpo }),
      proof: drills.last?.proof ?? 'never',
      ...(drills.last && { drill: drills.last }),
      ...(drills.due && { drillDue: drills.due }),
    },
    composition,
    attention: withoutScope(attention).slice(0, MAX_ATTENTION),
    sources,
  };
}

function toRoleHolder(
  { role, holderRef, origin }: EffectiveRole,
  links: EntityLinks,
  product?: DirectoryEntity,
): EntityOverview['ownership']['roles'][number] {
  return {
    role,
    title:
      OWNERSHIP_ROLES.find(definition => definition.role === role)?.title ??
      role,
    holder: links.link(holderRef),
    origin,
    ...(origin === 'product' && product && { via: links.link(product.ref) }),
  };
}

function ownerFacts({ entity, links, ownerMembers }: OverviewParts) {
  const { ownerRef } = entity;
  if (!ownerRef) {
    return {};
  }
  const size = ownerRef.startsWith('group:') ? ownerMembers : 1;
  // Of an owner whom the caller may not read, nothing is told.
  const members = links.known(ownerRef) ? size : undefined;
  return {
    owner: {
      ...links.named(ownerRef),
      ...(members !== undefined && { members }),
    },
  };
}

function dependenciesOf({ relations, links }: OverviewParts) {
  return (relations.get(RELATION_DEPENDS_ON)?.targets ?? []).flatMap(ref => {
    const other = links.find(ref);
    return other
      ? [
          {
            ref: other.ref,
            title: other.title,
            known: true,
            lifecycle: other.declaredLifecycle ?? other.stage,
            objectives: { rto: other.facts.rto, rpo: other.facts.rpo },
          },
        ]
      : [];
  });
}

function relatedOf(
  { relations, links }: OverviewParts,
  type: string,
  stages: readonly StageDefinition[],
): RelatedEntities {
  const { targets, total } = relations.get(type) ?? { targets: [], total: 0 };
  const found = targets
    .flatMap(ref => links.find(ref) ?? [])
    .sort((a, b) => a.title.localeCompare(b.title, 'en-US'));
  return {
    total: found.length,
    // Those that were not read may be hidden from the caller, so that nothing is said about their number.
    ...(total > targets.length && { totalIsLowerBound: true }),
    items: found.slice(0, MAX_RELATED).map(other => ({
      entity: links.link(other.ref),
      ...(other.stage && {
        stage: stageOfEntity(other, stages),
      }),
    })),
  };
}
