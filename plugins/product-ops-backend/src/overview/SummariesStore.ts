import type { Severity } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf, inList } from '../database/sql';

const SUMMARIES = 'overview_summaries';

/** What lists show of a product. */
export interface EntitySummary {
  entityRef: string;
  roadmapOpen: number;
  roadmapNow: number;
  runbooksTotal: number;
  attentionCount: number;
  attentionSeverity?: Severity;
  attentionTitle?: string;
  /** The directory row that it was computed from. */
  entityEtag: string;
  /** What else it was computed from: the day and the settings. */
  inputHash: string;
}

const RANK: Record<Severity, number> = { info: 1, warning: 2, critical: 3 };

/** Summaries of products. */
export class SummariesStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SummariesStore {
    return new SummariesStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Products whose summary is missing or was computed from something else than what there is now. */
  async listOutdated(options: {
    inputHash: string;
    after: string;
    limit: number;
  }): Promise<string[]> {
    return this.#knex('directory_entities as e')
      .leftJoin('overview_summaries as s', 's.entity_ref', 'e.entity_ref')
      .where('e.entity_ref', '>', options.after)
      .andWhere('e.kind', 'product')
      .andWhere(outdated =>
        outdated
          .whereNull('s.entity_ref')
          .orWhereRaw('s.entity_etag <> e.etag')
          .orWhere('s.input_hash', '<>', options.inputHash),
      )
      .orderBy('e.entity_ref')
      .limit(options.limit)
      .pluck('e.entity_ref');
  }

  async save(
    summaries: readonly EntitySummary[],
    options: { now: Date },
  ): Promise<number> {
    for (const chunk of chunksOf(summaries, 50)) {
      await this.#knex(SUMMARIES)
        .insert(
          chunk.map(summary => ({
            entity_ref: summary.entityRef,
            roadmap_open: summary.roadmapOpen,
            roadmap_now: summary.roadmapNow,
            runbooks_total: summary.runbooksTotal,
            attention_count: summary.attentionCount,
            attention_severity: summary.attentionSeverity ?? null,
            attention_rank: summary.attentionSeverity
              ? RANK[summary.attentionSeverity]
              : 0,
            attention_title:
              summary.attentionTitle?.replaceAll('\0', '') ?? null,
            entity_etag: summary.entityEtag,
            input_hash: summary.inputHash,
            computed_at: options.now,
          })),
        )
        .onConflict('entity_ref')
        .merge();
    }
    return summaries.length;
  }

  /** Deletes the summaries of products that are gone. */
  async deleteGone(): Promise<number> {
    const gone: string[] = await this.#knex('overview_summaries as s')
      .leftJoin('directory_entities as e', 'e.entity_ref', 's.entity_ref')
      .whereNull('e.entity_ref')
      .pluck('s.entity_ref');
    if (gone.length > 0) {
      await this.#knex(SUMMARIES)
        .where(inList(this.#knex, 'entity_ref', gone))
        .delete();
    }
    return gone.length;
  }
}
