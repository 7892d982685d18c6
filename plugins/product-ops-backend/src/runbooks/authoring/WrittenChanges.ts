import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  ChangeWrittenRunbookBody,
  DocumentLimits,
  WriteRunbookBody,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { markChanged } from '../../roadmap/markChanged';
import type { RunbookToStore } from '../rows';
import type { RunbooksStore } from '../RunbooksStore';
import { NO_TITLE, otherId, refusalOf } from './mistakes';
import { NAMELESS, newIdsOf } from './newIds';
import { asKept, readWritten, type Recorded } from './readWritten';
import type { VersionStore } from './VersionStore';
import type { WrittenStore } from './WrittenStore';
import type { StoredWritten } from './writtenRows';

export interface WrittenChangesOptions {
  knex: Knex;
  runbooks: RunbooksStore;
  written: WrittenStore;
  versions: VersionStore;
  limits: DocumentLimits;
}

/** What became of a change. */
export type WrittenChange =
  | { outcome: 'nothing' }
  | { outcome: 'changed'; written: StoredWritten }
  | { outcome: 'conflict'; written: StoredWritten; message: string };

/** Writes what people write: the text, its version, and what is in force, all or nothing. */
export class WrittenChanges {
  readonly #options: WrittenChangesOptions;

  static create(options: WrittenChangesOptions): WrittenChanges {
    return new WrittenChanges(options);
  }

  private constructor(options: WrittenChangesOptions) {
    this.#options = options;
  }

  /** Keeps a new one; what the key has made already where it was sent before. */
  async write(
    entityRef: string,
    { text, note, key }: WriteRunbookBody & { key?: string },
    recorded: Recorded,
  ): Promise<StoredWritten> {
    const { knex, written } = this.#options;
    const before = key && (await this.#made(entityRef, key, recorded.by));
    if (before) {
      return before;
    }
    const content = asKept(text);
    const read = this.#read(content, { entityRef, id: NAMELESS, recorded });
    if (read.title === NAMELESS) {
      throw refusalOf([NO_TITLE]);
    }
    const ids = newIdsOf(read);
    try {
      const id = await knex.transaction(trx =>
        this.#insert(trx, { entityRef, content, note, key, ids, recorded }),
      );
      return (await written.find(entityRef, id))!;
    } catch (error) {
      // Sent twice at once, one was faster.
      const other = key && (await this.#made(entityRef, key, recorded.by));
      if (other) {
        return other;
      }
      throw error;
    }
  }

  /** Changes one, unless it has changed since the version that was read. */
  async change(
    entityRef: string,
    id: string,
    body: ChangeWrittenRunbookBody,
    recorded: Recorded,
  ): Promise<WrittenChange> {
    const { knex, written } = this.#options;
    const conflict = await knex.transaction(async trx => {
      await written.lock(trx, entityRef, id);
      const now = await written.find(entityRef, id, trx);
      if (!now) {
        return undefined;
      }
      return body.removed === undefined
        ? this.#changeText(trx, now, body, recorded)
        : this.#remove(trx, now, { ...body, removed: body.removed }, recorded);
    });
    const after = await written.find(entityRef, id);
    if (!after) {
      return { outcome: 'nothing' };
    }
    return conflict
      ? { outcome: 'conflict', written: after, message: conflict }
      : { outcome: 'changed', written: after };
  }

  async #insert(
    trx: Knex,
    given: {
      entityRef: string;
      content: string;
      note?: string;
      key?: string;
      ids: readonly string[];
      recorded: Recorded;
    },
  ): Promise<string> {
    const { written, limits } = this.#options;
    const { entityRef, content, ids, recorded } = given;
    const taken = await written.takenIds(trx, entityRef, ids);
    const free = ids.filter(one => !taken.has(one));
    const count = await written.count(trx, entityRef);
    if (free.length > 0 && count >= limits.maxFiles) {
      throw new ConflictError(
        `${entityRef} has ${count} runbooks in the portal; expected at most ${limits.maxFiles}`,
      );
    }
    const { by, at } = recorded;
    for (const id of free) {
      const runbook = this.#read(content, { entityRef, id, recorded });
      const isNew = await written.insert(trx, {
        entity_ref: entityRef,
        runbook_id: id,
        ...columnsOf(runbook, content),
        number: 1,
        created_by: by,
        created_at: at,
        created_key: given.key ?? null,
        changed_by: by,
        changed_at: at,
      });
      // Else somebody else has taken the id just now.
      if (isNew) {
        await this.#keep(trx, runbook, { ...given, id, overruled: false });
        return id;
      }
    }
    throw new ConflictError(
      `id: got ${ids[0]}, which another runbook of ${entityRef} has, in a file, in the portal or removed; expected another one`,
    );
  }

  /** Gives what stands in the way, or nothing. */
  async #changeText(
    trx: Knex,
    now: StoredWritten,
    { version, text, restores, note }: ChangeWrittenRunbookBody,
    recorded: Recorded,
  ): Promise<string | undefined> {
    const { entityRef, id } = now;
    const content =
      restores === undefined
        ? asKept(text ?? '')
        : await this.#textOf(trx, now, restores);
    // Sent again after its answer was lost.
    if (content === now.content && now.state !== 'removed') {
      return undefined;
    }
    if (version !== now.version) {
      return `version: got ${version}; expected ${now.version}: the runbook has changed since it was read`;
    }
    if (now.state === 'removed') {
      return `${id}: got a runbook that is removed; expected one that is not: bring it back first`;
    }
    const runbook = this.#read(content, { entityRef, id, recorded });
    if (runbook.id !== id) {
      throw refusalOf([otherId(content, runbook, id)]);
    }
    await this.#keep(trx, runbook, {
      entityRef,
      id,
      content,
      note,
      restores,
      recorded,
      overruled: now.state === 'overruled',
    });
    return undefined;
  }

  async #remove(
    trx: Knex,
    now: StoredWritten,
    { version, removed }: { version: string; removed: boolean },
    { by, at }: Recorded,
  ): Promise<string | undefined> {
    const { written, runbooks } = this.#options;
    const { entityRef, id } = now;
    if (removed === (now.state === 'removed')) {
      return undefined;
    }
    if (version !== now.version) {
      return `version: got ${version}; expected ${now.version}: the runbook has changed since it was read`;
    }
    await written.update(trx, entityRef, id, {
      removed,
      changed_by: by,
      changed_at: at,
    });
    if (removed) {
      await runbooks.removeWritten(trx, entityRef, id);
    } else {
      await written.putInForce(trx, [entityRef]);
    }
    await markChanged(trx, entityRef);
    return undefined;
  }

  async #keep(
    trx: Knex,
    runbook: RunbookToStore,
    given: {
      entityRef: string;
      id: string;
      content: string;
      note?: string;
      restores?: number;
      recorded: Recorded;
      /** Whether a file of that id is in force. */
      overruled: boolean;
    },
  ): Promise<void> {
    const { written, versions, runbooks } = this.#options;
    const { entityRef, id, content, restores, recorded } = given;
    const { by, at } = recorded;
    const note = given.note?.replace(/\s+/g, ' ').trim();
    const numbers = await versions.keep(trx, entityRef, [
      {
        runbookId: id,
        hash: runbook.version,
        title: runbook.title,
        content,
        origin: 'portal',
        by,
        at,
        ...(note && { note }),
        ...(restores && { restores }),
      },
    ]);
    await written.update(trx, entityRef, id, {
      ...columnsOf(runbook, content),
      number: numbers.get(id) ?? 1,
      changed_by: by,
      changed_at: at,
    });
    if (!given.overruled) {
      await runbooks.putWritten(trx, entityRef, { ...runbook, id }, at);
    }
    await markChanged(trx, entityRef);
  }

  async #textOf(trx: Knex, { entityRef, id }: StoredWritten, number: number) {
    const { versions } = this.#options;
    const version = await versions.get(entityRef, id, number, trx);
    if (!version) {
      throw new NotFoundError(`No version ${number} of runbook ${id}`);
    }
    return version.content;
  }

  async #made(entityRef: string, key: string, by: string) {
    const { knex, written } = this.#options;
    const made = await written.findByKey(knex, { by, key });
    if (made && made.entityRef !== entityRef) {
      throw new InputError(
        'Idempotency-Key: got one that has written a runbook of another entity; expected a new one for each',
      );
    }
    return made && written.find(entityRef, made.id);
  }

  #read(
    content: string,
    options: { entityRef: string; id: string; recorded: Recorded },
  ): RunbookToStore {
    const { runbook, errors } = readWritten(content, {
      ...options,
      limits: this.#options.limits,
    });
    if (!runbook || errors.length > 0) {
      throw refusalOf(errors.map(error => ({ ...error, file: 'text' })));
    }
    return runbook;
  }
}

function columnsOf({ title, version }: RunbookToStore, content: string) {
  return {
    title,
    sort_title: title.toLocaleLowerCase('en-US').slice(0, 255),
    content,
    version,
  };
}
