import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  originClassOf,
  scoreOf,
  type ScoreMethod,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { chunksOf, inList } from '../../database/sql';
import { RELATIONS } from '../../directory/tables';
import { PLANS } from '../../lifecycle/sunset/SunsetStore';
import { GoalStore } from '../goals/GoalStore';
import { ITEMS, toEntry, toItem, type ItemRow } from '../rows';
import { facetValuesOf } from './matchItems';
import type { PlannedItem, PlannedRelation } from './planTypes';

const REVISIONS = 'roadmap_revisions';
/** Roadmaps, and rows, that are read at once: reading many must not hold up everybody who waits for an answer. */
const ROADMAPS = 100;
const ROWS = 1000;

/** The days on which an entity that is retired ends. */
export interface SunsetDates {
  endOfSale?: string;
  endOfSupport?: string;
  endOfLife: string;
}

/** Reads what plans are made of. */
export class PlanStore {
  readonly #knex: Knex;
  readonly #method: ScoreMethod;

  static create(options: { knex: Knex; method: ScoreMethod }): PlanStore {
    return new PlanStore(options);
  }

  private constructor(options: { knex: Knex; method: ScoreMethod }) {
    this.#knex = options.knex;
    this.#method = options.method;
  }

  /** The same as long as no item of any roadmap was written, whichever instance wrote it. */
  async stamp(): Promise<string> {
    const row = await this.#knex(REVISIONS)
      .sum({ revisions: 'revision' })
      .count({ roadmaps: '*' })
      .first();
    return `${row?.roadmaps ?? 0}.${row?.revisions ?? 0}`;
  }

  /** How often the items of each entity were written. */
  async listRevisions(): Promise<Map<string, number>> {
    const rows = await this.#knex(REVISIONS).select('entity_ref', 'revision');
    return new Map(
      rows.map(({ entity_ref: ref, revision }) => [ref, Number(revision)]),
    );
  }

  /** The items of some entities in their order, but for those that are archived. */
  async listItems(
    entityRefs: readonly string[],
  ): Promise<Map<string, PlannedItem[]>> {
    const found = new Map<string, PlannedItem[]>();
    for (const refs of chunksOf(entityRefs, ROADMAPS)) {
      const rows: ItemRow[] = await this.#knex(ITEMS)
        .where(inList(this.#knex, 'entity_ref', refs))
        .whereNull('archived_at')
        .orderBy(['entity_ref', 'rank', 'item_id', 'source']);
      for (const some of chunksOf(rows, ROWS)) {
        for (const row of some) {
          const items = found.get(row.entity_ref) ?? [];
          found.set(row.entity_ref, items);
          items.push(this.#toPlanned(row));
        }
        await setImmediate();
      }
    }
    return found;
  }

  /** Of which entities some depend on which others, or use their API. */
  async listDependencies(refs: readonly string[]): Promise<PlannedRelation[]> {
    return this.#relations(refs, [RELATION_DEPENDS_ON, RELATION_CONSUMES_API]);
  }

  /** What some entities are a part of. */
  async listWholes(refs: readonly string[]): Promise<PlannedRelation[]> {
    return this.#relations(refs, [RELATION_PART_OF]);
  }

  /** The dates of plans in force, by entity. */
  async listSunsets(
    entityRefs: readonly string[],
  ): Promise<Map<string, SunsetDates>> {
    const rows = await this.#knex(PLANS)
      .select('open_entity', 'end_of_sale', 'end_of_support', 'end_of_life')
      .where(inList(this.#knex, 'open_entity', entityRefs));
    return new Map(
      rows.map(row => [
        row.open_entity,
        {
          ...(row.end_of_sale && { endOfSale: row.end_of_sale }),
          ...(row.end_of_support && { endOfSupport: row.end_of_support }),
          endOfLife: row.end_of_life,
        },
      ]),
    );
  }

  /** The titles of recorded goals of some entities, by `id@entity ref`. */
  async listGoalTitles(
    entityRefs: readonly string[],
  ): Promise<Map<string, string>> {
    const goals = await GoalStore.create({ knex: this.#knex }).listOfMany(
      entityRefs,
    );
    return new Map(
      [...goals].flatMap(([ref, ofEntity]) =>
        ofEntity.map(({ id, fields }): [string, string] => [
          `${id}@${ref}`,
          fields.title,
        ]),
      ),
    );
  }

  async #relations(
    refs: readonly string[],
    types: readonly string[],
  ): Promise<PlannedRelation[]> {
    const rows = await this.#knex(RELATIONS)
      .select('source_ref', 'target_ref')
      .where(inList(this.#knex, 'source_ref', refs))
      .whereIn('type', [...types])
      .orderBy(['source_ref', 'type', 'target_ref']);
    return rows.map(row => ({ from: row.source_ref, to: row.target_ref }));
  }

  #toPlanned(row: ItemRow): PlannedItem {
    const stored = toItem(row);
    const {
      description: _description,
      links: _links,
      ...entry
    } = toEntry(row.entity_ref, stored);
    const value = entry.score && scoreOf(entry.score, this.#method).value;
    const first = entry.start ?? entry.end;
    const last = entry.end ?? entry.start;
    // What ends before it starts is drawn, too.
    const reversed = first !== undefined && last !== undefined && first > last;
    const item = {
      ...entry,
      id: entry.itemId,
      originClass: originClassOf(entry),
      line: stored.line,
      text: [entry.itemId, entry.title, ...entry.labels]
        .join('\n')
        .toLocaleLowerCase('en-US'),
      ...(value !== undefined && { value }),
      ...(first && {
        first: reversed ? last : first,
        last: reversed ? first : last,
      }),
      ...(stored.changedAt && { changedAt: stored.changedAt }),
    };
    return { ...item, facetValues: facetValuesOf(item) };
  }
}
