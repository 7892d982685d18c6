import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  planImport,
  readCsv,
  type CsvProblem,
  type ImportRow,
  type RoadmapImport,
  type RoadmapImportResult,
} from '@productops/backstage-plugin-product-ops-common';
import { randomUUID } from 'node:crypto';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Person, Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { ExchangeStore } from './ExchangeStore';
import { refusals } from './importRights';
import { toImport, toRow } from './importView';
import type { ImportStore, PlannedRow } from './ImportStore';
import { MAX_BYTES, MAX_ROWS } from './limits';

const APPLICABLE_MS = 24 * 3600 * 1000;

export interface ImportServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  directory: DirectoryStore;
  imports: ImportStore;
  live: LiveUpdates;
  store: ExchangeStore;
  visibility: Visibility;
  categories?: readonly string[];
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Reads roadmaps from CSV: first it says what would happen, then it does just that. */
export class ImportService {
  readonly #options: ImportServiceOptions;

  static create(options: ImportServiceOptions): ImportService {
    return new ImportService(options);
  }

  private constructor(options: ImportServiceOptions) {
    this.#options = options;
  }

  /** What an import would do, row by row; nothing is written but the plan. */
  async preview(
    text: Uint8Array,
    { entity }: { entity?: string },
    { credentials }: Options,
  ): Promise<RoadmapImport> {
    const { access, actors, imports, store, categories } = this.#options;
    const actor = actors.somebody(credentials);
    const entityRef = entity && (await access.entity(entity, credentials));
    const read = readCsv(text, { maxBytes: MAX_BYTES, maxRows: MAX_ROWS });
    if (!read.ok) {
      throw unreadable(read.problems);
    }
    const options = {
      ...(entityRef && {
        entityRef,
        namespace: parseEntityRef(entityRef).namespace,
      }),
      categories,
    };
    // Which entities the rows are of is said by the same rules that compare them.
    const named = planImport(read.rows, [], options).rows.flatMap(
      row => row.entityRef ?? [],
    );
    const known = await this.#known(named, credentials);
    const items = await store.everyOf([...known]);
    const planned = planImport(read.rows, items, {
      ...options,
      acceptsEntity: ref => known.has(ref),
    });
    const rows = await refusals(planned.rows, { items, actor, actors });
    const links = await access.links([...known], credentials);
    const writes = rows.flatMap(toPlanned);
    const applicable = rows.every(({ action }) => action !== 'problem');
    const now = this.#now();
    const id = randomUUID();
    if (applicable && writes.length > 0) {
      await imports.add({
        id,
        person: actor.ref,
        createdAt: now,
        rows: writes,
      });
    }
    return toImport(
      rows.map(row => toRow(row, links)),
      {
        applicable,
        ...(applicable &&
          writes.length > 0 && {
            id,
            expiresAt: new Date(now.getTime() + APPLICABLE_MS),
          }),
      },
    );
  }

  /** Does what a plan says: all or nothing, and once. */
  async apply(
    id: string,
    { credentials }: Options,
  ): Promise<RoadmapImportResult> {
    const { actors, imports, live, categories } = this.#options;
    const actor = actors.somebody(credentials);
    const plan = await imports.find(id, actor.ref);
    if (!plan) {
      throw new NotFoundError(`No import ${id} of yours`);
    }
    const { created, changed } = plan;
    if (plan.appliedAt) {
      return { id, created, changed, appliedAt: plan.appliedAt.toISOString() };
    }
    const now = this.#now();
    if (now.getTime() - plan.createdAt.getTime() > APPLICABLE_MS) {
      throw new ConflictError(
        `The plan ${id} is older than a day: look again at what the import would do`,
      );
    }
    await this.#stillAllowed(plan.rows, actor, credentials);
    const outcome = await imports.apply(plan, {
      by: actor.ref,
      at: now,
      categories,
    });
    if ('stale' in outcome) {
      throw Object.assign(
        new ConflictError(
          `Nothing was imported, because items have changed since: ${outcome.stale
            .slice(0, 5)
            .map(
              ({ row, title, message }) => `row ${row} (${title}): ${message}`,
            )
            .join('; ')}`,
        ),
        { rows: outcome.stale },
      );
    }
    if (outcome.done) {
      live.changed({ room: 'roadmap' });
    }
    return { id, created, changed, appliedAt: outcome.appliedAt.toISOString() };
  }

  /** Those of the entities that there are and that the caller may read. */
  async #known(
    refs: readonly string[],
    credentials: CallerCredentials,
  ): Promise<Set<string>> {
    const { directory, visibility } = this.#options;
    const unique = [...new Set(refs)];
    const [entities, readable] = await Promise.all([
      directory.getEntities(unique),
      visibility.filterReadable(unique, credentials),
    ]);
    return new Set(
      unique.filter(ref => entities.has(ref) && readable.has(ref)),
    );
  }

  async #stillAllowed(
    rows: readonly PlannedRow[],
    actor: Person,
    credentials: CallerCredentials,
  ): Promise<void> {
    const known = await this.#known(
      rows.map(({ entityRef }) => entityRef),
      credentials,
    );
    const looked = await refusals(
      rows.map(row => ({ ...row, flags: [], problems: [] })),
      { items: [], actor, actors: this.#options.actors },
    );
    const refused = looked.filter(
      ({ action, entityRef }) =>
        action === 'problem' || !known.has(entityRef ?? ''),
    );
    if (refused.length > 0) {
      throw Object.assign(
        new ConflictError(
          `Nothing was imported, because you may not write all of it any more: ${refused
            .slice(0, 5)
            .map(({ row, title }) => `row ${row} (${title})`)
            .join('; ')}`,
        ),
        {
          rows: refused.map(({ row, title, itemId }) => ({
            row,
            title,
            itemId,
            message: 'You may not write it any more.',
          })),
        },
      );
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function toPlanned(row: ImportRow): PlannedRow[] {
  const { entityRef, itemId, action } = row;
  return entityRef && itemId && (action === 'create' || action === 'change')
    ? [
        {
          row: row.row,
          action,
          entityRef,
          itemId,
          title: row.title,
          ...(row.fields && { fields: row.fields }),
          ...(row.patch && { patch: row.patch }),
          ...(row.version !== undefined && { version: row.version }),
        },
      ]
    : [];
}

/** An error (400) that says what is wrong with the text: where, what, and what was expected. */
export function unreadable(problems: readonly CsvProblem[]): InputError {
  const said = problems
    .slice(0, 5)
    .map(({ row, column, message, expected }) => {
      const place = [
        ...(row ? [`row ${row}`] : []),
        ...(column ? [`column ${column}`] : []),
      ].join(', ');
      return `${place && `${place}: `}${message} Expected ${expected}`;
    });
  return Object.assign(new InputError(said.join('; ')), { problems });
}
