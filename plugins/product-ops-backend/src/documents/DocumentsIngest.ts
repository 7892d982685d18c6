import { parseEntityRef } from '@backstage/catalog-model';
import {
  assignRunbookIds,
  parseRoadmapFile,
  parseRunbook,
  type DocumentError,
  type DocumentLimits,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { replaceDeclared } from '../roadmap/DeclaredItems';
import type { VersionStore } from '../runbooks/authoring/VersionStore';
import type { WrittenStore } from '../runbooks/authoring/WrittenStore';
import type { RunbookToStore, StoredRunbookPage } from '../runbooks/rows';
import { folderOf } from '../runbooks/runbookPaths';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import type { ClaimedSource } from './DocumentsStore';
import { DOCUMENT_PARSER } from './parserVersion';
import type { DocumentFile, ReadResult } from './types';

type Read = Extract<ReadResult, { outcome: 'read' }>;

/** What a read source holds, ready to be kept. */
export interface IngestResult {
  /** Whether what was read is in force now: else the last good version stays. */
  good: boolean;
  errors: DocumentError[];
  errorCount: number;
  /** Puts it in force, and gives the number of rows written. Does nothing where the last good version stays. */
  keep(trx: Knex): Promise<number>;
}

export interface DocumentsIngestOptions {
  knex: Knex;
  runbooks: RunbooksStore;
  versions: VersionStore;
  /** What is in force where a file no longer overrules it. */
  written: WrittenStore;
  limits: DocumentLimits;
}

/** Turns files into items and runbooks, and decides what of it replaces what was there before. */
export class DocumentsIngest {
  readonly #runbooks: RunbooksStore;
  readonly #knex: Knex;
  readonly #limits: DocumentLimits;
  readonly #versions: VersionStore;
  readonly #written: WrittenStore;

  static create(options: DocumentsIngestOptions): DocumentsIngest {
    return new DocumentsIngest(options);
  }

  private constructor(options: DocumentsIngestOptions) {
    this.#knex = options.knex;
    this.#runbooks = options.runbooks;
    this.#limits = options.limits;
    this.#versions = options.versions;
    this.#written = options.written;
  }

  async ingest(
    source: ClaimedSource,
    read: Read,
    options: { now: Date },
  ): Promise<IngestResult> {
    return source.kind === 'roadmap'
      ? this.#roadmap(source, read, options.now)
      : this.#folder(source, read, options.now);
  }

  #roadmap(source: ClaimedSource, read: Read, now: Date): IngestResult {
    const [file] = read.files;
    const text = textOf(file);
    if (text === undefined) {
      return {
        good: false,
        errors: [
          {
            code: 'not-text',
            message: 'The file is not text.',
            file: file.path,
            expected: 'YAML in UTF-8',
          },
        ],
        errorCount: 1,
        keep: async () => 0,
      };
    }
    const parsed = parseRoadmapFile(text, {
      file: file.path,
      limits: this.#limits,
      namespace: parseEntityRef(source.entityRef).namespace,
    });
    // Where nothing was ever good, what can be read is better than nothing.
    const replaces = parsed.usable || !source.goodAt;
    return {
      good: parsed.usable,
      errors: parsed.errors,
      errorCount: parsed.errorCount,
      keep: async trx =>
        replaces
          ? replaceDeclared(trx, source.entityRef, parsed.items, now)
          : 0,
    };
  }

  async #folder(
    source: ClaimedSource,
    read: Read,
    now: Date,
  ): Promise<IngestResult> {
    const { entityRef } = source;
    const { namespace } = parseEntityRef(entityRef);
    const folder = folderOf(source.target);
    const before = new Map(
      (await this.#runbooks.listPages(this.#knex, entityRef)).map(page => [
        page.path,
        page,
      ]),
    );
    const errors = [...read.errors];
    const chosen = new Map<string, RunbookToStore>();
    const written = new Map<string, Uint8Array>();
    for (const file of read.files) {
      const old = before.get(file.path);
      const version = createHash('sha256').update(file.bytes).digest('hex');
      written.set(version, file.bytes);
      if (old?.good && old.version === version && isCurrent(old)) {
        chosen.set(file.path, asDeclared(old));
        continue;
      }
      // Parsing hundreds of files at once would hold up everybody who waits for an answer.
      await setImmediate();
      const parsed = parseRunbook(file.bytes, {
        path: file.path.slice(folder.length),
        limits: this.#limits,
        namespace,
      });
      const good = parsed.errors.length === 0;
      errors.push(
        ...parsed.errors.map(error => ({ ...error, file: file.path })),
      );
      if (parsed.runbook && (good || !old?.good)) {
        chosen.set(file.path, {
          ...parsed.runbook,
          path: file.path,
          declaredId: parsed.runbook.id,
          version,
          good,
          parser: DOCUMENT_PARSER,
        });
      } else if (old) {
        chosen.set(file.path, asDeclared(old));
      }
    }

    // A file that could not be read, or that bounds left out, may well still be there.
    const unread = new Set(read.errors.map(error => error.file));
    for (const [path, old] of before) {
      if (!chosen.has(path) && (unread.has(path) || !read.complete)) {
        chosen.set(path, asDeclared(old));
      }
    }
    const paths = [...chosen.keys()].sort((a, b) => (a < b ? -1 : 1));
    const assigned = assignRunbookIds(
      paths.flatMap(path => chosen.get(path) ?? []),
    );
    errors.push(...assigned.errors);
    const kept = assigned.runbooks.flatMap(runbook => {
      const original = chosen.get(runbook.path);
      return original ? [{ ...original, ...runbook }] : [];
    });
    return {
      good: true,
      errors: errors.slice(0, this.#limits.maxErrors),
      errorCount: errors.length,
      keep: async trx => {
        const rows = await this.#runbooks.replace(trx, entityRef, kept, {
          now,
        });
        await this.#versions.keep(
          trx,
          entityRef,
          kept.flatMap(({ id, title, version }) => {
            const bytes = written.get(version);
            return bytes
              ? {
                  runbookId: id,
                  hash: version,
                  title,
                  content: new TextDecoder().decode(bytes),
                  origin: 'file' as const,
                  at: now,
                }
              : [];
          }),
        );
        await this.#written.putInForce(trx, [entityRef]);
        return rows;
      },
    };
  }
}

/** With the id that its file asks for, whatever it was given beside its neighbours of the time. */
function asDeclared(page: StoredRunbookPage): RunbookToStore {
  return { ...page, id: page.declaredId };
}

function isCurrent(page: StoredRunbookPage): boolean {
  return page.parser === DOCUMENT_PARSER;
}

function textOf(file: DocumentFile): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
