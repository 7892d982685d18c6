import type { DirectoryEntity, DirectoryFacts } from './types';

export const ENTITIES = 'directory_entities';
export const RELATIONS = 'directory_relations';
/** Entities that left, with the version in which they did. */
export const REMOVED = 'directory_removed';
export const STATE = 'directory_state';

/** A row of `directory_entities`, as far as it is read back. */
export interface EntityRow {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  sort_title: string;
  description: string | null;
  type: string | null;
  owner_ref: string | null;
  stage: string | null;
  stage_rank: number | null;
  declared_lifecycle: string | null;
  tier: number | null;
  product_ref: string | null;
  location_ref: string | null;
  origin_ref: string | null;
  source_url: string | null;
  view_url: string | null;
  edit_url: string | null;
  roadmap_target: string | null;
  runbooks_target: string | null;
  etag: string;
  facts: string;
}

/** A row of `directory_relations`. */
export interface RelationRow {
  source_ref: string;
  type: string;
  target_ref: string;
}

/** The columns that make a {@link DirectoryEntity}. */
export const ENTITY_COLUMNS = [
  'entity_ref',
  'kind',
  'namespace',
  'name',
  'title',
  'sort_title',
  'description',
  'type',
  'owner_ref',
  'stage',
  'stage_rank',
  'declared_lifecycle',
  'tier',
  'product_ref',
  'location_ref',
  'origin_ref',
  'source_url',
  'view_url',
  'edit_url',
  'roadmap_target',
  'runbooks_target',
  'etag',
  'facts',
] as const;

export function toEntity(row: EntityRow): DirectoryEntity {
  return {
    ref: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title,
    description: row.description ?? undefined,
    type: row.type ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    stage: row.stage ?? undefined,
    stageRank: row.stage_rank ?? undefined,
    declaredLifecycle: row.declared_lifecycle ?? undefined,
    tier: row.tier ?? undefined,
    productRef: row.product_ref ?? undefined,
    locationRef: row.location_ref ?? undefined,
    originRef: row.origin_ref ?? undefined,
    sourceUrl: row.source_url ?? undefined,
    viewUrl: row.view_url ?? undefined,
    editUrl: row.edit_url ?? undefined,
    roadmapTarget: row.roadmap_target ?? undefined,
    runbooksTarget: row.runbooks_target ?? undefined,
    etag: row.etag,
    facts: JSON.parse(row.facts) as DirectoryFacts,
  };
}

export function toEntityRow(
  entity: Omit<DirectoryEntity, 'etag'>,
): Omit<EntityRow, 'etag'> & { search_text: string } {
  return {
    entity_ref: entity.ref,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title,
    sort_title: entity.title.toLocaleLowerCase('en-US').slice(0, 255),
    description: entity.description ?? null,
    type: entity.type ?? null,
    owner_ref: entity.ownerRef ?? null,
    stage: entity.stage ?? null,
    stage_rank: entity.stageRank ?? null,
    declared_lifecycle: entity.declaredLifecycle ?? null,
    tier: entity.tier ?? null,
    product_ref: entity.productRef ?? null,
    location_ref: entity.locationRef ?? null,
    origin_ref: entity.originRef ?? null,
    source_url: entity.sourceUrl ?? null,
    view_url: entity.viewUrl ?? null,
    edit_url: entity.editUrl ?? null,
    roadmap_target: entity.roadmapTarget ?? null,
    runbooks_target: entity.runbooksTarget ?? null,
    facts: JSON.stringify(entity.facts),
    search_text: [entity.name, entity.title, entity.description, entity.type]
      .filter(Boolean)
      .join('\n')
      .toLocaleLowerCase('en-US'),
  };
}
