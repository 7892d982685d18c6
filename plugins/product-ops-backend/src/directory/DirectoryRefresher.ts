import { hash } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { StageDefinition } from '@productops/backstage-plugin-product-ops-common';
import { chunksOf } from '../database/sql';
import { EntityChange, DirectoryWriter, StoredHashes } from './DirectoryWriter';
import { DIRECTORY_FIELDS, projectEntity } from './projectEntity';
import { toEntityRow } from './tables';

// Raise it when the same entity gives another row than before: all rows are made anew then.
const PROJECTION_VERSION = 3;
const CONFIRM_CHUNK = 500;
const MAX_REF = 255;

/** What one refresh did. */
export interface RefreshResult {
  /** Entities in the catalog. */
  entities: number;
  /** Rows of entities and relations that were written or deleted. */
  rowsWritten: number;
  durationMs: number;
}

/**
 * Brings the directory in line with the catalog: reads all entities with the few fields needed, a page
 * at a time, and writes only what differs. What left the catalog is removed once all of it was read.
 *
 * Any instance may run it at any time. All it goes by is in the database, so that a refresh that was
 * cut off is simply done again by whoever is next.
 */
export class DirectoryRefresher {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #writer: DirectoryWriter;
  readonly #logger: LoggerService;
  readonly #stages: readonly StageDefinition[];
  readonly #pageSize: number;
  readonly #salt: string;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    writer: DirectoryWriter;
    logger: LoggerService;
    stages: readonly StageDefinition[];
    pageSize: number;
  }): DirectoryRefresher {
    return new DirectoryRefresher(options);
  }

  private constructor(
    options: Parameters<typeof DirectoryRefresher.create>[0],
  ) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#writer = options.writer;
    this.#logger = options.logger;
    this.#stages = options.stages;
    this.#pageSize = options.pageSize;
    // What else a stage demands makes no other rows.
    const stages = options.stages.map(({ id, aliases }) => [id, aliases]);
    this.#salt = JSON.stringify([PROJECTION_VERSION, stages]);
  }

  /** Refreshes the directory and records how that went. Rejects when the catalog or the database fails. */
  async refresh(signal?: AbortSignal): Promise<RefreshResult> {
    const started = Date.now();
    try {
      const { entities, rowsWritten } = await this.#run(signal);
      const durationMs = Date.now() - started;
      await this.#writer.saveSuccess({
        refreshedAt: new Date(),
        durationMs,
        rowsWritten,
      });
      return { entities, rowsWritten, durationMs };
    } catch (error) {
      await this.#writer
        // Whoever may read the status need not know what the database or the catalog says: the log has that.
        .saveFailure(
          'The last refresh failed. The log of the backend says why.',
        )
        .catch(failure =>
          this.#logger.warn('Could not record why a refresh failed', failure),
        );
      throw error;
    }
  }

  async #run(signal?: AbortSignal) {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const pages = this.#catalog
      .streamEntities(
        { fields: DIRECTORY_FIELDS, pageSize: this.#pageSize },
        { credentials },
      )
      [Symbol.asyncIterator]();
    let next = pages.next();
    const stored = await settledWith(next, this.#writer.readHashes());

    const seen = new Set<string>();
    let rowsWritten = 0;
    for (;;) {
      const page = await next;
      signal?.throwIfAborted();
      if (page.done) {
        break;
      }
      // The catalog prepares the next page while this one is compared and written.
      next = pages.next();
      const changes = this.#changesOf(page.value, stored, seen);
      rowsWritten += await settledWith(next, this.#write(changes));
    }

    const gone = [...stored.keys()].filter(ref => !seen.has(ref));
    rowsWritten += await this.#writer.remove(await this.#confirmGone(gone));
    return { entities: seen.size, rowsWritten };
  }

  // What the database refuses of one entity must not keep out all others: halves of halves find the one.
  async #write(changes: readonly EntityChange[]): Promise<number> {
    try {
      return await this.#writer.write(changes);
    } catch (error) {
      await this.#writer.assertReachable();
      if (changes.length > 1) {
        const middle = Math.ceil(changes.length / 2);
        return (
          (await this.#write(changes.slice(0, middle))) +
          (await this.#write(changes.slice(middle)))
        );
      }
      this.#logger.error(
        `Could not keep ${changes[0].row.entity_ref} in the directory, which goes on without it`,
        { reason: reasonOf(error) },
      );
      return 0;
    }
  }

  #changesOf(
    page: readonly Entity[],
    stored: ReadonlyMap<string, StoredHashes>,
    seen: Set<string>,
  ): EntityChange[] {
    const changes = new Map<string, EntityChange>();
    for (const entity of page) {
      const ref = stringifyEntityRef(entity);
      if (ref.length > MAX_REF) {
        this.#logger.warn(
          `Left out an entity whose ref is longer than ${MAX_REF} characters: ${ref.slice(
            0,
            MAX_REF,
          )}...`,
        );
        continue;
      }
      seen.add(ref);
      const before = stored.get(ref);
      const sourceEtag = hashOf(this.#salt + JSON.stringify(entity));
      if (before?.sourceEtag === sourceEtag) {
        continue;
      }
      const projection = projectEntity(entity, this.#stages);
      const row = toEntityRow(projection.entity);
      const etag = hashOf(JSON.stringify(row));
      const relationsEtag = hashOf(JSON.stringify(projection.relations));
      const sameRelations = before?.relationsEtag === relationsEtag;
      if (before?.etag === etag && sameRelations) {
        continue;
      }
      changes.set(ref, {
        row,
        etag,
        relationsEtag,
        sourceEtag,
        relations: sameRelations ? undefined : projection.relations,
      });
    }
    return [...changes.values()];
  }

  // An entity that was replaced while the pages were read can be in none of them. Before anything that
  // hangs on it is taken away, the catalog is asked for it by name.
  async #confirmGone(refs: readonly string[]): Promise<string[]> {
    const gone: string[] = [];
    for (const entityRefs of chunksOf(refs, CONFIRM_CHUNK)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      gone.push(...entityRefs.filter((_, index) => !items[index]));
    }
    return gone;
  }
}

/** Waits for one promise while another is under way, whose failure is seen by who waits for that one. */
async function settledWith<T>(
  underWay: Promise<unknown>,
  promise: Promise<T>,
): Promise<T> {
  underWay.catch(() => {});
  return promise;
}

/** What the database says, without the statement that knex puts before it. */
function reasonOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .split(' - ')
    .pop()!
    .slice(0, 500);
}

function hashOf(content: string): string {
  return hash('sha1', content, 'base64url');
}
