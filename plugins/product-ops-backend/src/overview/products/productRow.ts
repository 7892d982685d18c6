import type { KeyValue, ProductRecord } from './types';

/** A product with its summary as the database gives it, with the sort keys as `key0`, `key1` and so on. */
export interface ProductSqlRow {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  description: string | null;
  type: string | null;
  owner_ref: string | null;
  stage: string | null;
  declared_lifecycle: string | null;
  tier: number | null;
  roadmap_open: number | null;
  roadmap_now: number | null;
  runbooks_total: number | null;
  attention_count: number | null;
  attention_severity: string | null;
  attention_title: string | null;
  [key: `key${number}`]: KeyValue;
}

/** The row in the words of the domain. */
export function toRecord(row: ProductSqlRow, keys: number): ProductRecord {
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
    declaredLifecycle: row.declared_lifecycle ?? undefined,
    tier: row.tier ?? undefined,
    roadmapOpen: row.roadmap_open ?? 0,
    roadmapNow: row.roadmap_now ?? 0,
    runbooksTotal: row.runbooks_total ?? 0,
    attentionCount: row.attention_count ?? 0,
    attentionSeverity: row.attention_severity ?? undefined,
    attentionTitle: row.attention_title ?? undefined,
    keys: Array.from({ length: keys }, (_, at) => row[`key${at}`]),
  };
}
