import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { toDate } from '../../database/sql';

const VIEWS = 'roadmap_views';

/** A saved view as it is kept. */
export interface StoredView {
  id: string;
  person: string;
  name: string;
  query: string;
  /** `nobody`, `everybody`, or the ref of a group. */
  sharedWith: string;
  version: number;
  changedAt: Date;
}

type Row = Record<string, string | number | Date>;

function toView(row: Row): StoredView {
  return {
    id: String(row.id),
    person: String(row.person),
    name: String(row.name),
    query: String(row.query),
    sharedWith: String(row.shared_with),
    version: Number(row.version),
    changedAt: toDate(row.changed_at)!,
  };
}

/** Keeps saved views. */
export class ViewStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ViewStore {
    return new ViewStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page of the views of a person, then of those that others share with one of the audiences. */
  async list(options: {
    person: string;
    audiences: readonly string[];
    page: Page;
  }): Promise<{ views: StoredView[]; total: number }> {
    const { person, audiences, page } = options;
    const matching = this.#knex(VIEWS).where(match =>
      match.where({ person }).orWhereIn('shared_with', [...audiences]),
    );
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderByRaw('case when person = ? then 0 else 1 end, name, id', [
          person,
        ])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return { views: rows.map(toView), total: Number(count?.number ?? 0) };
  }

  async find(id: string): Promise<StoredView | undefined> {
    const row = await this.#knex<Row>(VIEWS).where({ id }).first();
    return row && toView(row as Row);
  }

  async named(person: string, name: string): Promise<StoredView | undefined> {
    const row = await this.#knex<Row>(VIEWS).where({ person, name }).first();
    return row && toView(row as Row);
  }

  /** Keeps a new view: `taken` when its name is, `full` when there are as many as one may have. */
  async add(
    view: StoredView,
    most: number,
  ): Promise<'added' | 'taken' | 'full'> {
    return this.#knex.transaction(async trx => {
      const count = await trx(VIEWS)
        .where({ person: view.person })
        .count({ number: '*' })
        .first();
      const taken = await trx(VIEWS)
        .where({ person: view.person, name: view.name })
        .first();
      if (!taken && Number(count?.number ?? 0) >= most) {
        return 'full';
      }
      const added = await trx(VIEWS)
        .insert({
          id: view.id,
          person: view.person,
          name: view.name,
          query: view.query,
          shared_with: view.sharedWith,
          version: view.version,
          changed_at: view.changedAt,
        })
        .onConflict(['person', 'name'])
        .ignore()
        .returning('id');
      return added.length > 0 ? 'added' : 'taken';
    });
  }

  /**
   * Keeps a view in its next version.
   *
   * @returns false when it has changed since
   */
  async save(view: StoredView): Promise<boolean> {
    const changed = await this.#knex(VIEWS)
      .where({ id: view.id, version: view.version - 1 })
      .update({
        name: view.name,
        query: view.query,
        shared_with: view.sharedWith,
        version: view.version,
        changed_at: view.changedAt,
      });
    return changed > 0;
  }

  /** @returns false when it has changed since */
  async remove(id: string, version: number): Promise<boolean> {
    return (await this.#knex(VIEWS).where({ id, version }).delete()) > 0;
  }
}
