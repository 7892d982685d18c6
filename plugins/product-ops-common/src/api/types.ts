import type { components, operations, paths } from './openapi.generated';

/** The paths of the HTTP contract, as `openapi-fetch` and the typed router take them. @public */
export type ProductOpsPaths = paths;

/** The operations of the HTTP contract by id. @public */
export type ProductOpsOperations = operations;

type Schemas = components['schemas'];

/** An entity that another one names. @public */
export type EntityLink = Schemas['EntityLink'];
/** A stage of the configured list. @public */
export type Stage = Schemas['Stage'];
/** The stage an entity is in, known or not. @public */
export type StageState = Schemas['StageState'];
/** How urgent an attention item is. @public */
export type Severity = Schemas['Severity'];
/** Something about an entity that somebody should act on. @public */
export type AttentionItem = Schemas['AttentionItem'];
/** What one can do about an attention item. @public */
export type AttentionAction = Schemas['AttentionAction'];
/** Somebody who holds a role for an entity. @public */
export type RoleHolder = Schemas['RoleHolder'];
/** Owner and role holders. @public */
export type Ownership = Schemas['Ownership'];
/** Stage, configured stages, milestones and successor. @public */
export type Lifecycle = Schemas['Lifecycle'];
/** A strategic outcome with a metric. @public */
export type Goal = Schemas['Goal'];
/** The status of a roadmap item. @public */
export type RoadmapStatus = Schemas['RoadmapStatus'];
/** The horizon of a roadmap item. @public */
export type RoadmapHorizon = Schemas['RoadmapHorizon'];
/** The declared inputs of a score, and the score. @public */
export type Score = Schemas['Score'];
/** What a roadmap item waits for. @public */
export type RoadmapDependency = Schemas['RoadmapDependency'];
/** One item of a roadmap. @public */
export type RoadmapItem = Schemas['RoadmapItem'];
/** Open items by horizon, with counts. @public */
export type RoadmapSummary = Schemas['RoadmapSummary'];
/** A page of roadmap items. @public */
export type RoadmapPage = Schemas['RoadmapPage'];
/** What a runbook is for. @public */
export type RunbookType = Schemas['RunbookType'];
/** A runbook without its text. @public */
export type RunbookSummary = Schemas['RunbookSummary'];
/** A step of a runbook, with its sub-steps. @public */
export type RunbookStep = Schemas['RunbookStep'];
/** A value that a run of a runbook asks for. @public */
export type RunbookParameter = Schemas['RunbookParameter'];
/** A runbook with its text and steps. @public */
export type Runbook = Schemas['Runbook'];
/** The runbooks of an entity, the first few and counts. @public */
export type RunbooksSummary = Schemas['RunbooksSummary'];
/** A page of runbooks. @public */
export type RunbookPage = Schemas['RunbookPage'];
/** Tier and recovery objectives. @public */
export type Operations = Schemas['Operations'];
/** Entities related in one way: the first few and the total. @public */
export type RelatedEntities = Schemas['RelatedEntities'];
/** What an entity is made of, part of and depends on. @public */
export type Composition = Schemas['Composition'];
/** An error in a declared file, with its place. @public */
export type DocumentError = Schemas['DocumentError'];
/** A declared file or folder, and how reading it went. @public */
export type Source = Schemas['Source'];
/** All behind an entity page. @public */
export type EntityOverview = Schemas['EntityOverview'];
/** One product of the portfolio. @public */
export type ProductRow = Schemas['ProductRow'];
/** The values of a filter with their counts. @public */
export type Facet = Schemas['Facet'];
/** A page of the portfolio. @public */
export type ProductPage = Schemas['ProductPage'];
/** Cursors to the neighbouring pages. @public */
export type PageInfo = Schemas['PageInfo'];
/** The age of directory and documents. @public */
export type ProductOpsStatus = Schemas['Status'];

/** What `GET /products` can be asked for. @public */
export type ListProductsQuery = NonNullable<
  operations['listProducts']['parameters']['query']
>;
/** What a roadmap can be asked for. @public */
export type ListRoadmapItemsQuery = NonNullable<
  operations['listRoadmapItems']['parameters']['query']
>;
/** What a list of runbooks can be asked for. @public */
export type ListRunbooksQuery = NonNullable<
  operations['listRunbooks']['parameters']['query']
>;
