import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { readableDay } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf, inList } from '../../database/sql';
import { ENTITIES } from '../../directory/tables';
import { tabPath } from '../../messages/tabPath';
import type { Message, Notifier } from '../../messages/types';
import { PLANS } from './DrillPlanStore';
import type { DrillStore } from './DrillStore';

const NOTICES = 'drill_notices';
const BATCH = 200;
const MOST_TOLD = 100;
const MOST_TITLES = 5;

export interface DrillNoticesOptions {
  knex: Knex;
  drills: Pick<DrillStore, 'standings' | 'dueOf' | 'tiers'>;
  notifier: Notifier;
  logger: LoggerService;
}

/** A drill that is due, of which the owner is to be told. */
interface DueDrill {
  entity_ref: string;
  title: string;
  due_on: string;
  state: 'due' | 'overdue';
}

interface OwedRow {
  entity_ref: string;
  title: string;
  owner_ref: string;
  tier: number;
  due_on: string | null;
  state: string | null;
}

interface PlanRow {
  id: string;
  entity_ref: string;
  title: string;
  owner_ref: string;
  day: string;
  note: string | null;
  by: string;
  told_day: string | null;
}

/**
 * Tells the owners of entities, and nobody else, of drills that fall due, are overdue, are planned or moved: once for each
 * time. What could not be delivered is tried again next time.
 */
export class DrillNotices {
  readonly #options: DrillNoticesOptions;

  static create(options: DrillNoticesOptions): DrillNotices {
    return new DrillNotices(options);
  }

  private constructor(options: DrillNoticesOptions) {
    this.#options = options;
  }

  /** Gives how many messages were sent. */
  async tell(options: { now: Date; signal?: AbortSignal }): Promise<number> {
    await this.#forgetGone();
    return (await this.#tellDue(options)) + (await this.#tellPlanned(options));
  }

  /** One message to each owner for all that is due now. */
  async #tellDue(options: {
    now: Date;
    signal?: AbortSignal;
  }): Promise<number> {
    const { knex } = this.#options;
    let told = 0;
    for (const [owner, found] of await this.#due(options.now)) {
      if (options.signal?.aborted || told >= MOST_TOLD) {
        break;
      }
      if (!(await this.#delivered(dueMessage(owner, found)))) {
        continue;
      }
      for (const chunk of chunksOf(found, BATCH)) {
        await knex(NOTICES)
          .insert(
            chunk.map(({ entity_ref, due_on, state }) => ({
              ...{ entity_ref, due_on, state },
              told_at: options.now,
            })),
          )
          .onConflict('entity_ref')
          .merge();
      }
      told += 1;
    }
    return told;
  }

  /** What is due and was not told yet, by owner. */
  async #due(now: Date): Promise<Map<string, DueDrill[]>> {
    const { knex, drills } = this.#options;
    const today = now.toISOString().slice(0, 10);
    const byOwner = new Map<string, DueDrill[]>();
    let after = '';
    for (;;) {
      const rows: OwedRow[] = await knex(`${ENTITIES} as e`)
        .leftJoin(`${NOTICES} as n`, 'n.entity_ref', 'e.entity_ref')
        .whereIn('e.tier', drills.tiers())
        .whereNotNull('e.owner_ref')
        .where('e.entity_ref', '>', after)
        .orderBy('e.entity_ref')
        .limit(BATCH)
        .select('e.entity_ref', 'e.title', 'e.owner_ref', 'e.tier')
        .select('n.due_on', 'n.state');
      const standings = await drills.standings(
        rows.map(({ entity_ref }) => entity_ref),
      );
      for (const row of rows) {
        const due = drills.dueOf(row.tier, {
          standing: standings.get(row.entity_ref),
          now: now.toISOString(),
        });
        const state = due?.overdue ? 'overdue' : 'due';
        if (
          due &&
          due.on <= today &&
          !(row.due_on === due.on && row.state === state)
        ) {
          const { entity_ref, title, owner_ref: owner } = row;
          const ofOwner = byOwner.get(owner) ?? [];
          byOwner.set(owner, ofOwner);
          ofOwner.push({ entity_ref, title, due_on: due.on, state });
        }
      }
      if (rows.length < BATCH) {
        return byOwner;
      }
      after = rows[rows.length - 1].entity_ref;
    }
  }

  /** One message for each drill that is planned for another day than was told. */
  async #tellPlanned(options: {
    now: Date;
    signal?: AbortSignal;
  }): Promise<number> {
    const { knex } = this.#options;
    const rows: PlanRow[] = await knex(`${PLANS} as p`)
      .join(`${ENTITIES} as e`, 'e.entity_ref', 'p.entity_ref')
      .where({ 'p.state': 'planned' })
      .where('p.day', '>=', options.now.toISOString().slice(0, 10))
      .where(untold =>
        untold
          .whereNull('p.told_day')
          .orWhere('p.told_day', '<>', knex.ref('p.day')),
      )
      .whereNotNull('e.owner_ref')
      .orderBy(['p.day', 'p.id'])
      .limit(MOST_TOLD)
      .select('p.id', 'p.entity_ref', 'e.title', 'e.owner_ref')
      .select('p.day', 'p.note', 'p.told_day')
      .select(knex.raw('coalesce(p.day_by, p.planned_by) as ??', ['by']));
    let told = 0;
    for (const row of rows) {
      if (options.signal?.aborted) {
        break;
      }
      if (await this.#delivered(planMessage(row))) {
        await knex(PLANS).where({ id: row.id }).update({ told_day: row.day });
        told += 1;
      }
    }
    return told;
  }

  async #delivered(message: Message): Promise<boolean> {
    const { notifier, logger } = this.#options;
    try {
      await notifier.deliver(message);
      return true;
    } catch (error) {
      logger.warn('An owner could not be told of drills', toError(error));
      return false;
    }
  }

  /** Forgets what was told of entities that are gone. */
  async #forgetGone(): Promise<void> {
    const { knex } = this.#options;
    const gone: string[] = await knex(`${NOTICES} as n`)
      .leftJoin(`${ENTITIES} as e`, 'e.entity_ref', 'n.entity_ref')
      .whereNull('e.entity_ref')
      .limit(1000)
      .pluck('n.entity_ref');
    if (gone.length > 0) {
      await knex(NOTICES).where(inList(knex, 'entity_ref', gone)).delete();
    }
  }
}

function dueMessage(owner: string, found: readonly DueDrill[]): Message {
  const [first, ...others] = found;
  const message = {
    recipients: [owner],
    topic: 'recovery-drill',
    severity: 'low' as const,
  };
  if (others.length === 0) {
    return {
      ...message,
      title:
        first.state === 'overdue'
          ? `A drill of the recovery of ${first.title} is overdue`
          : `A drill of the recovery of ${first.title} is due today`,
      description:
        first.state === 'overdue'
          ? `It was due on ${readableDay(first.due_on)}.`
          : 'Run it, or plan it for another day.',
      link: tabPath(first.entity_ref, 'runbooks'),
      scope: `recovery-drill:${first.entity_ref}`,
    };
  }
  const titles = found.slice(0, MOST_TITLES).map(({ title }) => title);
  const more = found.length - titles.length;
  const overdue = found.filter(({ state }) => state === 'overdue').length;
  return {
    ...message,
    title: `${found.length} drills of recoveries are due${
      overdue > 0 ? `, ${overdue} of them overdue` : ''
    }`,
    description: `${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    link: `/runbooks/recovery?team=${encodeURIComponent(owner)}`,
    scope: `recovery-drill:${owner}`,
  };
}

function planMessage(plan: PlanRow): Message {
  const day = readableDay(plan.day);
  return {
    recipients: [plan.owner_ref],
    except: plan.by,
    topic: 'recovery-drill',
    severity: 'low',
    title: plan.told_day
      ? `The drill of the recovery of ${plan.title} was moved to ${day}`
      : `A drill of the recovery of ${plan.title} is planned for ${day}`,
    ...(plan.note && { description: plan.note }),
    link: tabPath(plan.entity_ref, 'runbooks'),
    scope: `recovery-drill-plan:${plan.id}`,
  };
}
