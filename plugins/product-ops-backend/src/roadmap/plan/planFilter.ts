import { InputError } from '@backstage/errors';
import {
  readEntityRef,
  type ListPlanItemsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { NONE } from './matchItems';
import type { PlanFilter } from './planTypes';

/** What questions about plans have in common. */
export type PlanQuery = Omit<
  ListPlanItemsQuery,
  'limit' | 'cursor' | 'sort' | 'groupBy'
>;

const DAY_MS = 86_400_000;

/** A day that exists, or an error (400) that says where it was asked for. */
export function dayOf(name: string, day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new InputError(
      `${name}: got ${day}; expected a day that exists, YYYY-MM-DD`,
    );
  }
  return day;
}

/** A day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

function refsOf(
  name: string,
  values: readonly string[] | undefined,
  defaultKind?: string,
): string[] | undefined {
  return values?.map(value => {
    const ref = value === NONE ? NONE : readEntityRef(value, { defaultKind });
    if (!ref) {
      throw new InputError(
        `${name}: got ${JSON.stringify(
          value.slice(0, 100),
        )}; expected an entity ref such as ${
          defaultKind ?? 'product'
        }:default/name`,
      );
    }
    return ref;
  });
}

/**
 * The filter of a question, with all refs full.
 *
 * @param withDescendants - a group and all below it
 */
export async function planFilterOf(
  query: PlanQuery,
  withDescendants: (teams: string[]) => Promise<string[]>,
): Promise<PlanFilter> {
  const { from, to } = query;
  if (from !== undefined) {
    dayOf('from', from);
  }
  if (to !== undefined) {
    dayOf('to', to);
  }
  if (from !== undefined && to !== undefined && to < from) {
    throw new InputError(`to: got ${to}; expected ${from} or later, as from`);
  }
  const team = refsOf('team', query.team, 'group');
  const filter: PlanFilter = {
    entity: refsOf('entity', query.entity),
    product: refsOf('product', query.product, 'product'),
    team: team?.length ? await withDescendants(team) : undefined,
    domain: refsOf('domain', query.domain, 'domain'),
    goal: query.goal,
    category: query.category,
    status: query.status,
    horizon: query.horizon,
    owner: refsOf('owner', query.owner, 'group'),
    source: query.source,
    origin: query.origin,
    q: query.q,
    from,
    to,
    undated: query.undated,
  };
  return filter;
}
