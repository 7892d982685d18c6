import {
  dependencyTargetOf,
  isOpen,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf, inList } from '../../database/sql';
import { ENTITIES } from '../../directory/tables';
import {
  COMMENTS,
  FEEDBACK,
  toFeedback,
  VOTES,
  type FeedbackRow,
  type StoredFeedback,
} from '../feedback/rows';
import { treeOf } from '../feedback/VoteStore';
import { ITEMS, toItem, type ItemAddress, type ItemRow } from '../rows';

/** An item that waits for another, and who has it. */
export interface Dependent {
  item: ItemAddress;
  title: string;
  /** Who owns the item, or its entity where nobody is named. */
  owner: string;
  /** What it waits for. */
  target: { entityRef: string; itemId: string };
}

/** Finds whom something on a roadmap concerns. */
export class NoticePeople {
  static create(): NoticePeople {
    return new NoticePeople();
  }

  private constructor() {}

  /** Feedback, with all that was merged into it: each with its author, voters and those who commented, each person once. */
  async ofFeedback(
    id: string,
    trx: Knex,
  ): Promise<Array<{ feedback: StoredFeedback; people: string[] }>> {
    const told = new Set<string>();
    const found: Array<{ feedback: StoredFeedback; people: string[] }> = [];
    for (const one of await treeOf(trx, id)) {
      const row: FeedbackRow | undefined = await trx(FEEDBACK)
        .where({ id: one })
        .first();
      if (!row) {
        continue;
      }
      const [voters, talkers] = [
        await trx(VOTES)
          .where({ feedback_id: one })
          .whereNull('via')
          .orderBy('person')
          .pluck('person'),
        await trx(COMMENTS)
          .where({ feedback_id: one })
          .whereNull('removed_at')
          .distinct('written_by')
          .pluck('written_by'),
      ];
      const people = [row.author, ...voters, ...talkers].filter(
        person => !told.has(person),
      );
      people.forEach(person => told.add(person));
      found.push({ feedback: toFeedback(row), people: [...new Set(people)] });
    }
    return found;
  }

  async feedback(id: string, trx: Knex): Promise<StoredFeedback | undefined> {
    const row: FeedbackRow | undefined = await trx(FEEDBACK)
      .where({ id })
      .first();
    return row && toFeedback(row);
  }

  /** The titles of items. */
  async titlesOf(
    items: readonly ItemAddress[],
    trx: Knex,
  ): Promise<Map<string, string>> {
    const rows: ItemRow[] = await trx(ITEMS)
      .where(
        inList(
          trx,
          'entity_ref',
          items.map(({ entityRef }) => entityRef),
        ),
      )
      .where(
        inList(
          trx,
          'item_id',
          items.map(({ itemId }) => itemId),
        ),
      )
      .select('entity_ref', 'item_id', 'title');
    return new Map(
      rows.map(row => [`${row.item_id}@${row.entity_ref}`, row.title]),
    );
  }

  /** The open items that wait for some others, with who has them. */
  async dependentsOf(
    items: readonly ItemAddress[],
    trx: Knex,
  ): Promise<Dependent[]> {
    const wanted = new Set(
      items.map(({ entityRef, itemId }) => `${itemId}@${entityRef}`),
    );
    const entities = [...new Set(items.map(({ entityRef }) => entityRef))];
    const rows: ItemRow[] = [];
    for (const refs of chunksOf(entities, 50)) {
      rows.push(
        ...(await trx(ITEMS)
          .whereNull('archived_at')
          .where(any => {
            any.where(inList(trx, 'entity_ref', refs));
            for (const ref of refs) {
              // As items keep the entity of what they wait for; a ref has no character that JSON escapes.
              any.orWhereRaw(`body like ? escape '\\'`, [
                `%"entity":"${ref.replace(/[\\%_]/g, '\\$&')}"%`,
              ]);
            }
          })),
      );
    }
    const found = rows
      .map(row => ({ row, item: toItem(row) }))
      .filter(({ item }) => isOpen(item.status))
      .flatMap(({ row, item }) =>
        item.dependsOn.flatMap(({ id, entity }) => {
          const target = dependencyTargetOf(
            entity ? `${id}@${entity}` : id,
            row.entity_ref,
          );
          return target && wanted.has(`${target.itemId}@${target.entityRef}`)
            ? [{ row, item, target }]
            : [];
        }),
      );
    const owners = await this.ownersOf(
      found.map(({ row }) => row.entity_ref),
      trx,
    );
    return found.flatMap(({ row, item, target }) => {
      const owner = item.owner ?? owners.get(row.entity_ref);
      return owner
        ? [
            {
              item: {
                entityRef: row.entity_ref,
                source: row.source,
                itemId: row.item_id,
              },
              title: item.title,
              owner,
              target,
            },
          ]
        : [];
    });
  }

  /** Who owns entities. */
  async ownersOf(
    entityRefs: readonly string[],
    trx: Knex,
  ): Promise<Map<string, string>> {
    const rows = await trx(ENTITIES)
      .where(inList(trx, 'entity_ref', [...new Set(entityRefs)]))
      .whereNotNull('owner_ref')
      .select('entity_ref', 'owner_ref');
    return new Map(rows.map(row => [row.entity_ref, row.owner_ref]));
  }

  /** The titles of entities, and of people and teams. */
  async namesOf(
    refs: readonly string[],
    trx: Knex,
  ): Promise<Map<string, string>> {
    const rows = await trx(ENTITIES)
      .where(inList(trx, 'entity_ref', [...new Set(refs)]))
      .select('entity_ref', 'title');
    return new Map(rows.map(row => [row.entity_ref, row.title]));
  }
}
