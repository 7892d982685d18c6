import type {
  DocumentError,
  Source,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toDate } from '../database/sql';
import { shownTarget } from './targets';
import type { DocumentKind, DocumentLinks, DocumentPlace } from './types';

const SOURCES = 'documents_sources';
const MAX_ERRORS = 100;

interface SourceRow {
  entity_ref: string;
  kind: DocumentKind;
  target: string;
  location: string;
  origin: string;
  state: Source['state'];
  entity_etag: string;
  source_etag: string | null;
  read_at: Date | string | number | null;
  good_at: Date | string | number | null;
  next_read_at: Date | string | number;
  claimed_until: Date | string | number | null;
  claim: string | null;
  attempts: number;
  errors: string;
  error_count: number;
  url: string | null;
  edit_url: string | null;
}

/** A source that its reader has for itself until the claim ends. */
export interface ClaimedSource {
  entityRef: string;
  kind: DocumentKind;
  target: string;
  location: string;
  origin: string;
  /** Tells this claim from all others. */
  claim: string;
  entityEtag: string;
  state: Source['state'];
  sourceEtag?: string;
  goodAt?: Date;
  attempts: number;
}

/** How a read went, as far as the source keeps it. What is absent stays as it was. */
export interface SourceOutcome {
  state?: Source['state'];
  sourceEtag?: string | null;
  readAt: Date;
  goodAt?: Date;
  nextReadAt: Date;
  attempts: number;
  errors?: DocumentError[];
  errorCount?: number;
  links?: DocumentLinks;
}

/** How reading documents stands. */
export interface DocumentsStatus {
  /** The last time any declared file was read. */
  readAt?: Date;
  /** Sources that wait to be read for the first time. */
  pending: number;
}

/** The declared sources: which there are, when they are due, how reading them went. */
export class DocumentsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DocumentsStore {
    return new DocumentsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The sources of an entity as the API shows them, the roadmap first. */
  async listSources(entityRef: string): Promise<Source[]> {
    const rows: SourceRow[] = await this.#knex(SOURCES)
      .where({ entity_ref: entityRef })
      .orderBy('kind');
    return rows.map(toSource);
  }

  /** Where a declared file lies, and where people see it; nothing when the entity declares none. */
  async findPlace(
    entityRef: string,
    kind: DocumentKind,
  ): Promise<(DocumentPlace & DocumentLinks) | undefined> {
    const row: SourceRow | undefined = await this.#knex(SOURCES)
      .where({ entity_ref: entityRef, kind })
      .first();
    return (
      row && {
        locationRef: row.location,
        originRef: row.origin,
        target: row.target,
        ...(row.url && { url: row.url }),
        ...(row.edit_url && { editUrl: row.edit_url }),
      }
    );
  }

  /** The sources of several entities, in one query. */
  async listSourcesOfMany(
    entityRefs: readonly string[],
  ): Promise<Map<string, Source[]>> {
    const rows: SourceRow[] = await this.#knex(SOURCES)
      .whereIn('entity_ref', [...entityRefs])
      .orderBy(['entity_ref', 'kind']);
    const found = new Map<string, Source[]>();
    for (const row of rows) {
      const sources = found.get(row.entity_ref) ?? [];
      found.set(row.entity_ref, sources);
      sources.push(toSource(row));
    }
    return found;
  }

  /** How reading documents stands. */
  async status(): Promise<DocumentsStatus> {
    const [read, waiting] = await Promise.all([
      this.#knex(SOURCES).max({ at: 'read_at' }).first(),
      this.#knex(SOURCES)
        .where({ state: 'pending' })
        .count({ number: '*' })
        .first(),
    ]);
    return { readAt: toDate(read?.at), pending: Number(waiting?.number ?? 0) };
  }

  /** Sources that are due and that nobody is reading, those longest due first. */
  async listDue(options: {
    now: Date;
    limit: number;
  }): Promise<Array<{ entityRef: string; kind: DocumentKind }>> {
    const rows = await this.#knex(SOURCES)
      .select('entity_ref', 'kind')
      .where('next_read_at', '<=', options.now)
      .andWhere(free =>
        free
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<=', options.now),
      )
      .orderBy(['next_read_at', 'entity_ref', 'kind'])
      .limit(options.limit);
    return rows.map(row => ({ entityRef: row.entity_ref, kind: row.kind }));
  }

  /** Takes a due source for oneself. Gives nothing when another instance was faster, or it is not due any more. */
  async claim(
    source: { entityRef: string; kind: DocumentKind },
    options: { now: Date; until: Date },
  ): Promise<ClaimedSource | undefined> {
    const key = { entity_ref: source.entityRef, kind: source.kind };
    const claim = randomUUID();
    const claimed = await this.#knex(SOURCES)
      .where(key)
      .where('next_read_at', '<=', options.now)
      .andWhere(free =>
        free
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<=', options.now),
      )
      .update({ claimed_until: options.until, claim });
    if (claimed === 0) {
      return undefined;
    }
    const row: SourceRow | undefined = await this.#knex(SOURCES)
      .where({ ...key, claim })
      .first();
    return (
      row && {
        entityRef: row.entity_ref,
        kind: row.kind,
        target: row.target,
        location: row.location,
        origin: row.origin,
        claim,
        entityEtag: row.entity_etag,
        state: row.state,
        sourceEtag: row.source_etag ?? undefined,
        goodAt: toDate(row.good_at),
        attempts: row.attempts,
      }
    );
  }

  /**
   * Keeps how a read went and ends the claim.
   *
   * @returns false when the claim ran out and another instance has it, or the source is gone or points elsewhere by
   *   now: then nothing of the read counts.
   */
  async finish(
    trx: Knex,
    source: ClaimedSource,
    outcome: SourceOutcome,
  ): Promise<boolean> {
    const changed = await trx(SOURCES)
      .where({
        entity_ref: source.entityRef,
        kind: source.kind,
        claim: source.claim,
      })
      .update({
        claimed_until: null,
        claim: null,
        read_at: outcome.readAt,
        // When the entity has changed meanwhile, it stays due.
        next_read_at: trx.raw(
          'case when entity_etag = ? then ? else next_read_at end',
          [source.entityEtag, trx.raw('?', [outcome.nextReadAt])],
        ),
        attempts: outcome.attempts,
        ...(outcome.state && { state: outcome.state }),
        ...(outcome.sourceEtag !== undefined && {
          source_etag: outcome.sourceEtag,
        }),
        ...(outcome.goodAt && { good_at: outcome.goodAt }),
        ...(outcome.errors && {
          errors: JSON.stringify(outcome.errors.slice(0, MAX_ERRORS)),
          error_count: outcome.errorCount ?? outcome.errors.length,
        }),
        ...(outcome.links && {
          url: outcome.links.url ?? null,
          edit_url: outcome.links.editUrl ?? null,
        }),
      });
    return changed > 0;
  }

  /** Gives a source back unread, so that it is due as before. */
  async release(source: ClaimedSource): Promise<void> {
    await this.#knex(SOURCES)
      .where({
        entity_ref: source.entityRef,
        kind: source.kind,
        claim: source.claim,
      })
      .update({ claimed_until: null, claim: null });
  }
}

function toSource(row: SourceRow): Source {
  return {
    kind: row.kind,
    target: shownTarget(row.target),
    ...(row.url && { url: row.url }),
    ...(row.edit_url && { editUrl: row.edit_url }),
    state: row.state,
    ...(row.read_at && { readAt: toDate(row.read_at)?.toISOString() }),
    ...(row.good_at && { goodAt: toDate(row.good_at)?.toISOString() }),
    errors: JSON.parse(row.errors) as DocumentError[],
    errorCount: row.error_count,
  };
}
