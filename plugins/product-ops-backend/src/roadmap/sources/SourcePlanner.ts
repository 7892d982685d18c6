import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  RoadmapItemSource,
  RoadmapSourceEntity,
} from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import { chunksOf, withoutNul } from '../../database/sql';
import { markChanged } from '../markChanged';
import { archiveRows } from '../readItems';
import { ITEMS, type ItemRow } from '../rows';
import { SOURCES, type SourceRow } from './SourceStore';

const BATCH = 200;
const MAX_REF = 255;
const MAX_ANNOTATION = 1000;

/** Brings the list of what is to be read in line with the catalog. It writes only what differs. */
export class SourcePlanner {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #sources: readonly RoadmapItemSource[];

  static create(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    sources: readonly RoadmapItemSource[];
  }): SourcePlanner {
    return new SourcePlanner(options);
  }

  private constructor(options: Parameters<typeof SourcePlanner.create>[0]) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#sources = options.sources;
  }

  /** Rejects where the catalog does not answer: then nothing has changed for the source that it was asked for. */
  async plan(options: { now: Date; signal?: AbortSignal }): Promise<void> {
    for (const source of this.#sources) {
      const wanted = await this.#concerned(source, options.signal);
      await this.#bringInLine(source, wanted, options.now);
    }
    await this.#forgetUnknownSources(options.now);
  }

  /** The entities that a source concerns, as it is told of them. */
  async #concerned(
    source: RoadmapItemSource,
    signal: AbortSignal | undefined,
  ): Promise<Map<string, string>> {
    const wanted = new Map<string, string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${source.annotation}`]: CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal?.throwIfAborted();
      for (const entity of page) {
        const told = toldOf(entity, source);
        if (told && told.ref.length <= MAX_REF) {
          wanted.set(told.ref, JSON.stringify(withoutNul(told)));
        }
      }
    }
    return wanted;
  }

  async #bringInLine(
    { id }: RoadmapItemSource,
    wanted: ReadonlyMap<string, string>,
    now: Date,
  ): Promise<void> {
    const rows: SourceRow[] = await this.#knex(SOURCES)
      .select('entity_ref', 'entity')
      .where({ source: id });
    const known = new Map(rows.map(row => [row.entity_ref, row.entity]));
    const fresh = [...wanted].filter(([ref]) => !known.has(ref));
    for (const chunk of chunksOf(fresh, BATCH)) {
      await this.#knex(SOURCES)
        .insert(
          chunk.map(([ref, entity]) => ({
            entity_ref: ref,
            source: id,
            entity,
            state: 'pending',
            next_read_at: now,
            notes: '[]',
          })),
        )
        // Another instance may have been faster.
        .onConflict(['entity_ref', 'source'])
        .ignore();
    }
    for (const [ref, entity] of wanted) {
      if (known.has(ref) && known.get(ref) !== entity) {
        await this.#knex(SOURCES)
          .where({ entity_ref: ref, source: id })
          .update({
            entity,
            next_read_at: now,
            attempts: 0,
            // Of another place, what was read says nothing; nor does what is being read.
            memory: null,
            claimed_until: null,
            claim: null,
          });
      }
    }
    const gone = [...known.keys()].filter(ref => !wanted.has(ref));
    await this.#forget(id, gone, now);
  }

  async #forgetUnknownSources(now: Date): Promise<void> {
    const rows: SourceRow[] = await this.#knex(SOURCES)
      .select('entity_ref', 'source')
      .whereNotIn(
        'source',
        this.#sources.map(({ id }) => id),
      );
    const bySource = new Map<string, string[]>();
    for (const row of rows) {
      bySource.set(row.source, [
        ...(bySource.get(row.source) ?? []),
        row.entity_ref,
      ]);
    }
    for (const [source, refs] of bySource) {
      await this.#forget(source, refs, now);
    }
  }

  /** Archives what was read: it returns when the entity names the system again. */
  async #forget(
    source: string,
    gone: readonly string[],
    now: Date,
  ): Promise<void> {
    for (const refs of chunksOf(gone, BATCH)) {
      await this.#knex.transaction(async trx => {
        const rows: ItemRow[] = await trx(ITEMS)
          .where({ source })
          .whereIn('entity_ref', refs)
          .whereNull('archived_at')
          .forUpdate();
        await archiveRows(trx, rows, now);
        await trx(SOURCES)
          .where({ source })
          .whereIn('entity_ref', refs)
          .delete();
        await markChanged(trx, ...refs);
      });
    }
  }
}

/** What a source is told of an entity; nothing when it does not concern it. */
function toldOf(
  entity: Entity,
  { annotation, otherAnnotations = [] }: RoadmapItemSource,
): RoadmapSourceEntity | undefined {
  const { metadata, kind } = entity;
  const annotations: Record<string, string> = {};
  for (const name of [annotation, ...otherAnnotations]) {
    const value: unknown = metadata.annotations?.[name];
    if (typeof value === 'string') {
      annotations[name] = value.slice(0, MAX_ANNOTATION);
    }
  }
  return annotations[annotation]?.trim()
    ? {
        ref: stringifyEntityRef(entity),
        kind: kind.toLocaleLowerCase('en-US'),
        namespace: metadata.namespace ?? 'default',
        name: metadata.name,
        annotations,
      }
    : undefined;
}
