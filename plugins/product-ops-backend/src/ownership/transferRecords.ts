import type { Knex } from 'knex';

const TRANSFERS = 'ownership_transfers';

/** A transfer that a change in the catalog has ended. */
export interface ClosedTransfer {
  id: string;
  entityRef: string;
  from?: string;
  to: string;
  proposedBy: string;
}

/** What the catalog has made of open transfers. */
export interface ClosedTransfers {
  /** Accepted, and the catalog shows the new owner. */
  completed: ClosedTransfer[];
  /** The catalog went elsewhere, or there before anybody accepted, or the entity is gone. */
  superseded: ClosedTransfer[];
}

/**
 * Closes transfers whose entity has another owner now, or is gone for good. Complete is only what was accepted: an
 * owner that the catalog shows while nobody has accepted is a change of the catalog.
 */
export async function closeTransfers(
  trx: Knex,
  options: {
    owners: ReadonlyMap<string, { owner?: string }>;
    /** Whether an entity that is not there may come back. */
    mayReturn(transfer: { entityRef: string; proposedAt: Date }): boolean;
    at: Date;
  },
): Promise<ClosedTransfers> {
  const { owners, mayReturn, at } = options;
  // Whoever decides at the same moment waits, and is told then how it ended.
  const open = await trx(TRANSFERS)
    .select(
      'id',
      'version',
      'entity_ref',
      'from_ref',
      'to_ref',
      'state',
      'proposed_by',
      'proposed_at',
    )
    .whereNotNull('open_entity')
    .orderBy('id')
    .forUpdate();
  const closed: ClosedTransfers = { completed: [], superseded: [] };
  for (const row of open) {
    const now = owners.get(row.entity_ref);
    const owner = now?.owner ?? null;
    const ended = now
      ? owner === row.to_ref || owner !== row.from_ref
      : !mayReturn({
          entityRef: row.entity_ref,
          proposedAt: new Date(row.proposed_at),
        });
    if (!ended) {
      continue;
    }
    const state =
      now && owner === row.to_ref && row.state === 'accepted'
        ? 'completed'
        : 'superseded';
    const changed = await trx(TRANSFERS)
      .where({ id: row.id, version: row.version })
      .whereNotNull('open_entity')
      .update({
        state,
        open_entity: null,
        closed_at: at,
        version: row.version + 1,
      });
    if (changed > 0) {
      closed[state].push({
        id: row.id,
        entityRef: row.entity_ref,
        from: row.from_ref ?? undefined,
        to: row.to_ref,
        proposedBy: row.proposed_by,
      });
    }
  }
  return closed;
}
