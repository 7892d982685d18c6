import type {
  Approver,
  AttestedAnswer,
  LifecycleEventType,
  StageChangeOrigin,
  SunsetAnswer,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { toDate } from '../../database/sql';

const MAX_ROWS = 4000;

/** Something that became of the stage of an entity, as it is kept. */
export interface StoredEvent {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  event: LifecycleEventType;
  origin?: StageChangeOrigin;
  from?: string;
  to?: string;
  transition?: string;
  checkId?: string;
  answer?: AttestedAnswer;
  by?: string;
  as?: Approver[];
  text?: string;
  until?: string;
  /** What the owner of a dependant said, and the other one of both entities. */
  said?: SunsetAnswer;
  aboutRef?: string;
  /** The dependant that was spoken of: who may not read it is not told. */
  dependantRef?: string;
}

/** Events, and whether there are more of a sort than are read. */
export interface StoredEvents {
  events: StoredEvent[];
  truncated: boolean;
}

type Row = { [column: string]: string | number | boolean | Date | null };

/** Reads all that became of the stages of single entities. */
export class HistoryStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): HistoryStore {
    return new HistoryStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All of an entity's, the first one first; of very many of one sort the latest. */
  async list(entityRef: string, now: Date): Promise<StoredEvents> {
    const found = await Promise.all([
      this.#stages(entityRef),
      this.#transitions(entityRef),
      this.#decisions(entityRef),
      this.#waivers(entityRef, now),
      this.#attestations(entityRef),
      this.#sunsets(entityRef),
      this.#answers(entityRef),
    ]);
    return {
      events: found
        .flatMap(({ events }) => events)
        .sort((a, b) => a.at.localeCompare(b.at) || order(a) - order(b)),
      truncated: found.some(({ truncated }) => truncated),
    };
  }

  async #stages(entityRef: string): Promise<StoredEvents> {
    const rows = await this.#rows('lifecycle_history', entityRef, 'place');
    return eventsOf(rows, row => ({
      id: String(row.id),
      at: moment(row.at)!,
      event: 'stage',
      origin: row.origin as StageChangeOrigin,
      ...text('from', row.from_stage),
      ...text('to', row.to_stage),
      ...text('transition', row.transition_id),
    }));
  }

  async #transitions(entityRef: string): Promise<StoredEvents> {
    const rows = await this.#rows(
      'lifecycle_transitions',
      entityRef,
      'requested_at',
    );
    return eventsOf(rows, row => {
      const transition = {
        ...text('from', row.from_stage),
        to: String(row.to_stage),
        transition: String(row.id),
      };
      const state = row.state as LifecycleEventType;
      const closedAt = moment(row.closed_at);
      const events: StoredEvent[] = [
        {
          id: `${row.id}-requested`,
          at: moment(row.requested_at)!,
          event: 'requested',
          ...transition,
          by: String(row.requested_by),
          text: String(row.reason),
        },
      ];
      // What people decided is told by what they said.
      if (closedAt && ['completed', 'superseded'].includes(state)) {
        events.push({
          id: `${row.id}-${state}`,
          at: closedAt,
          event: state,
          ...transition,
        });
      }
      return events;
    });
  }

  async #decisions(entityRef: string): Promise<StoredEvents> {
    const events: Record<string, LifecycleEventType> = {
      approve: 'approved',
      refuse: 'refused',
      withdraw: 'withdrawn',
    };
    const rows: Row[] = await this.#knex('lifecycle_decisions as d')
      .join('lifecycle_transitions as t', 't.id', 'd.transition_id')
      .where('t.entity_ref', entityRef)
      .select('d.*', 't.from_stage', 't.to_stage')
      .orderBy([
        { column: 'd.at', order: 'desc' },
        { column: 'd.place', order: 'desc' },
      ])
      .limit(MAX_ROWS + 1);
    return eventsOf(rows, row => ({
      id: String(row.id),
      at: moment(row.at)!,
      event: events[String(row.decision)],
      ...text('from', row.from_stage),
      to: String(row.to_stage),
      transition: String(row.transition_id),
      by: String(row.decided_by),
      as: JSON.parse(String(row.spoke_for)) as Approver[],
      ...text('text', row.reason),
    }));
  }

  async #waivers(entityRef: string, now: Date): Promise<StoredEvents> {
    const rows = await this.#rows('lifecycle_waivers', entityRef, 'granted_at');
    return eventsOf(rows, row => {
      const until = moment(row.until)!;
      const revokedAt = moment(row.revoked_at);
      const checkId = String(row.check_id);
      const events: StoredEvent[] = [
        {
          id: `${row.id}-granted`,
          at: moment(row.granted_at)!,
          event: 'waiver-granted',
          checkId,
          by: String(row.granted_by),
          text: String(row.reason),
          until,
        },
      ];
      if (revokedAt) {
        events.push({
          id: `${row.id}-revoked`,
          at: revokedAt,
          event: 'waiver-revoked',
          checkId,
          ...text('by', row.revoked_by),
          ...text('text', row.revoked_reason),
        });
      } else if (until <= now.toISOString()) {
        events.push({
          id: `${row.id}-expired`,
          at: until,
          event: 'waiver-expired',
          checkId,
        });
      }
      return events;
    });
  }

  async #attestations(entityRef: string): Promise<StoredEvents> {
    const rows = await this.#rows('lifecycle_attestations', entityRef, 'at');
    return eventsOf(rows, row => {
      const until = moment(row.valid_until);
      return {
        id: String(row.id),
        at: moment(row.at)!,
        event: 'attested',
        checkId: String(row.check_id),
        answer: row.answer as AttestedAnswer,
        by: String(row.answered_by),
        text: String(row.evidence),
        ...(until && { until }),
      };
    });
  }

  async #sunsets(entityRef: string): Promise<StoredEvents> {
    const rows = await this.#rows('sunset_changes', entityRef, 'at');
    return eventsOf(rows, row => ({
      id: String(row.id),
      at: moment(row.at)!,
      event: `sunset-${row.event}` as LifecycleEventType,
      ...text('by', row.changed_by),
      ...text('text', row.text),
      until: String(row.end_of_life),
    }));
  }

  /** What owners said of dependants: on the page of what is retired, and on those of the dependants. */
  async #answers(entityRef: string): Promise<StoredEvents> {
    const rows: Row[] = await this.#knex('sunset_answers as a')
      .join('sunset_plans as p', 'p.id', 'a.plan_id')
      .where('a.entity_ref', entityRef)
      .orWhere('p.entity_ref', entityRef)
      .select('a.*', 'p.entity_ref as retired_ref')
      .orderBy([
        { column: 'a.at', order: 'desc' },
        { column: 'a.id', order: 'desc' },
      ])
      .limit(MAX_ROWS + 1);
    return eventsOf(rows, row => ({
      id: String(row.id),
      at: moment(row.at)!,
      event: 'sunset-answered',
      said: row.answer as SunsetAnswer,
      by: String(row.answered_by),
      aboutRef: String(
        row.entity_ref === entityRef ? row.retired_ref : row.entity_ref,
      ),
      dependantRef: String(row.entity_ref),
      ...text('text', row.note),
      ...text('until', row.due_on),
    }));
  }

  async #rows(
    table: string,
    entityRef: string,
    latest: string,
  ): Promise<Row[]> {
    return this.#knex(table)
      .where({ entity_ref: entityRef })
      .orderBy([
        { column: latest, order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(MAX_ROWS + 1);
  }
}

/** What rows tell, of which the latest come first. */
function eventsOf(
  rows: readonly Row[],
  toEvents: (row: Row) => StoredEvent | StoredEvent[],
): StoredEvents {
  return {
    events: rows.slice(0, MAX_ROWS).reverse().flatMap(toEvents),
    truncated: rows.length > MAX_ROWS,
  };
}

/** Of what was at the same moment, what led to the other one first. */
function order({ event }: StoredEvent): number {
  const first = [
    'requested',
    'approved',
    'refused',
    'withdrawn',
    'stage',
    'completed',
    'superseded',
  ];
  return first.indexOf(event);
}

function moment(value: Row[string]): string | undefined {
  return toDate(value as Date | string | number | null)?.toISOString();
}

function text<Name extends string>(
  name: Name,
  value: Row[string],
): { [name in Name]?: string } {
  return value === null
    ? {}
    : ({ [name]: String(value) } as { [name in Name]?: string });
}
