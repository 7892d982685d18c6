import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  annotationProblems,
  ANNOTATION_ROADMAP,
  ANNOTATION_RUNBOOKS,
  isProductEntity,
  objectivesOf,
  OWNERSHIP_ROLES,
  productRefOf,
  readEntityRef,
  rolesOf,
  stageOf,
  stageRank,
  tierOf,
  type ProductEntity,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { operationalFacts } from './operationalFacts';
import type { DirectoryEntity, DirectoryFacts, DirectoryRole } from './types';

/** The fields of an entity that the directory is made from; nothing else is asked of the catalog. */
export const DIRECTORY_FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'metadata.links',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.profile.displayName',
  'spec.tier',
  'spec.vision',
  'spec.goals',
  'spec.roles',
  'spec.recovery',
  'spec.milestones',
  'spec.successor',
  'relations',
];

/** A relation of the entity that it was read from. */
export interface ProjectedRelation {
  type: string;
  targetRef: string;
}

/** What the directory keeps of one entity. */
export interface Projection {
  entity: Omit<DirectoryEntity, 'etag'>;
  /** Without duplicates, by type and target. */
  relations: ProjectedRelation[];
}

const MAX_DESCRIPTION = 4000;
// Stages and types are in indexes, whose entries are bounded.
const MAX_LABEL = 100;

/**
 * Makes the row and the relations of an entity. A field of another type than expected counts as absent:
 * other kinds than ours may use the same names for other things.
 */
export function projectEntity(
  entity: Entity,
  stages: readonly StageDefinition[],
): Projection {
  const namespace = entity.metadata.namespace || DEFAULT_NAMESPACE;
  const annotations = entity.metadata.annotations ?? {};
  const spec: Record<string, unknown> = entity.spec ?? {};
  const declared = text(spec.lifecycle, MAX_LABEL);
  const stage = stageOf(declared, stages);
  return {
    entity: {
      ref: stringifyEntityRef(entity),
      kind: entity.kind.toLocaleLowerCase('en-US'),
      namespace,
      name: entity.metadata.name,
      title:
        text(entity.metadata.title, 500) ??
        text(fields(spec.profile).displayName, 500) ??
        entity.metadata.name,
      description: text(entity.metadata.description, MAX_DESCRIPTION),
      type: text(spec.type, MAX_LABEL),
      ownerRef: readEntityRef(spec.owner, {
        defaultKind: 'group',
        defaultNamespace: namespace,
      }),
      stage: stage.stage,
      stageRank: stage.stage
        ? stageRank(stage.stage, stages) ?? stages.length
        : undefined,
      declaredLifecycle: declared,
      tier: tierOf(entity),
      productRef: productRefOf(entity),
      locationRef: text(annotations[ANNOTATION_LOCATION], 2000),
      originRef: text(annotations[ANNOTATION_ORIGIN_LOCATION], 2000),
      sourceUrl: text(annotations[ANNOTATION_SOURCE_LOCATION], 2000),
      viewUrl: text(annotations[ANNOTATION_VIEW_URL], 2000),
      editUrl: text(annotations[ANNOTATION_EDIT_URL], 2000),
      roadmapTarget: text(annotations[ANNOTATION_ROADMAP], 2000),
      runbooksTarget: text(annotations[ANNOTATION_RUNBOOKS], 2000),
      facts: factsOf(entity, namespace),
    },
    relations: relationsOf(entity),
  };
}

function factsOf(entity: Entity, namespace: string): DirectoryFacts {
  const problems = annotationProblems(entity);
  const roles = directoryRolesOf(entity);
  const facts: DirectoryFacts = {
    ...objectivesOf(entity),
    ...(roles.length > 0 && { roles }),
    ...(problems.length > 0 && { problems: problems.slice(0, 50) }),
    ...operationalFacts(entity),
  };
  if (isProductEntity(entity)) {
    // The catalog has validated the spec of a Product.
    const spec: ProductEntity['spec'] = entity.spec ?? {};
    facts.vision = text(spec.vision, MAX_DESCRIPTION);
    facts.goals = spec.goals;
    facts.milestones = spec.milestones;
    facts.successorRef = readEntityRef(spec.successor, {
      defaultKind: 'product',
      defaultNamespace: namespace,
    });
  }
  return facts;
}

function directoryRolesOf(entity: Entity): DirectoryRole[] {
  const holders = rolesOf(entity);
  const inSpec: object = isProductEntity(entity)
    ? fields(entity.spec?.roles)
    : {};
  return OWNERSHIP_ROLES.flatMap(({ role }) =>
    (holders[role] ?? []).map(
      (holderRef): DirectoryRole => ({
        role,
        holderRef,
        origin: Object.hasOwn(inSpec, role) ? 'spec' : 'annotation',
      }),
    ),
  );
}

function relationsOf(entity: Entity): ProjectedRelation[] {
  const byKey = new Map<string, ProjectedRelation>();
  for (const { type, targetRef } of entity.relations ?? []) {
    const relation = { type, targetRef: targetRef.toLocaleLowerCase('en-US') };
    if (type.length <= 255 && targetRef.length <= 255) {
      byKey.set(`${type} ${relation.targetRef}`, relation);
    }
  }
  return [...byKey.keys()].sort().map(key => byKey.get(key)!);
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

/** A text, cut, without the zero character, which PostgreSQL refuses. */
function text(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  return value.slice(0, max).replaceAll('\u0000', '').trim() || undefined;
}
