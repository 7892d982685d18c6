import { RELATION_PART_OF } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { inList } from '../../database/sql';
import {
  ENTITIES,
  ENTITY_COLUMNS,
  RELATIONS,
  toEntity,
  type EntityRow,
} from '../../directory/tables';
import type { DirectoryEntity } from '../../directory/types';
import { onlyVisible } from '../../permissions/onlyVisible';
import type { VisibleFilter } from '../../permissions/types';
import { ITEMS, toItem, type ItemRow, type StoredRoadmapItem } from '../rows';

/** Entities whose goals are asked for. */
export interface GoalEntitiesFilter {
  visible: VisibleFilter;
  domain?: readonly string[];
}

/** How many items of a goal are in one state. */
export interface GoalItemCount {
  goal: string;
  entityRef: string;
  status: string;
  end?: string;
  count: number;
}

type Goals = ReadonlyArray<{ entityRef: string; goalId: string }>;

/** Reads what goals hang on: entities that have some, the items that point at them, teams. */
export class GoalQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): GoalQueries {
    return new GoalQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The entities that have goals, declared or recorded ones. */
  async entities(filter: GoalEntitiesFilter): Promise<DirectoryEntity[]> {
    const knex = this.#knex;
    const query = knex(ENTITIES)
      .select(...ENTITY_COLUMNS.map(column => `e.${column}`))
      .from(`${ENTITIES} as e`)
      .where(has =>
        has
          .where(declared =>
            declared
              .where('e.kind', 'product')
              // A product that only writes so of something else is left out when its goals are looked at.
              .whereLike('e.facts', '%"goals":[%'),
          )
          .orWhereIn(
            'e.entity_ref',
            knex('roadmap_goals').whereNull('archived_at').select('entity_ref'),
          ),
      );
    onlyVisible(knex, query, {
      column: 'e.entity_ref',
      visible: filter.visible,
    });
    const { domain } = filter;
    if (domain) {
      query.whereIn(
        'e.entity_ref',
        knex(RELATIONS)
          .where({ type: RELATION_PART_OF })
          .where(inList(knex, 'target_ref', domain))
          .select('source_ref'),
      );
    }
    const rows: EntityRow[] = await query;
    return rows.map(toEntity);
  }

  /** Counts of the items of goals by status and end, as far as the caller may read them. */
  async countItems(
    goals: Goals,
    visible: VisibleFilter,
  ): Promise<GoalItemCount[]> {
    if (goals.length === 0) {
      return [];
    }
    const rows = await this.#itemsOf(goals, visible)
      .groupBy('goal', 'entity_ref', 'status', 'end_date')
      .select('goal', 'entity_ref', 'status', 'end_date')
      .count({ count: '*' });
    return rows.map((row: { [column: string]: string | number | null }) => ({
      goal: String(row.goal),
      entityRef: String(row.entity_ref),
      status: String(row.status),
      ...(row.end_date && { end: String(row.end_date) }),
      count: Number(row.count),
    }));
  }

  /** The items of one goal, as far as the caller may read them. */
  async listItems(
    goal: Goals[number],
    visible: VisibleFilter,
    limit: number,
  ): Promise<Array<{ entityRef: string; item: StoredRoadmapItem }>> {
    const rows: ItemRow[] = await this.#itemsOf([goal], visible)
      .orderBy(['end_date', 'rank', 'item_id', 'source'])
      .limit(limit)
      .select('*');
    return rows.map(row => ({ entityRef: row.entity_ref, item: toItem(row) }));
  }

  #itemsOf(goals: Goals, visible: VisibleFilter) {
    const knex = this.#knex;
    const query = knex(ITEMS)
      .whereNull('archived_at')
      .where(points =>
        points
          .where(
            inList(
              knex,
              'goal',
              goals.map(({ goalId, entityRef }) => `${goalId}@${entityRef}`),
            ),
          )
          .orWhere(own =>
            own
              .where(
                inList(knex, 'entity_ref', [
                  ...new Set(goals.map(({ entityRef }) => entityRef)),
                ]),
              )
              .where(
                inList(knex, 'goal', [
                  ...new Set(goals.map(({ goalId }) => goalId)),
                ]),
              ),
          ),
      );
    onlyVisible(knex, query, { column: 'entity_ref', visible });
    return query;
  }
}
