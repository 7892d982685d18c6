import type { SunsetAnswer, SunsetDependantState } from '../api/types';
import { isIsoDate } from '../product';

/**
 * The days on which what is retired ends, `YYYY-MM-DD`.
 *
 * @public
 */
export interface SunsetDates {
  endOfSale?: string;
  endOfSupport?: string;
  endOfLife: string;
}

/**
 * Something that depends on what is retired.
 *
 * @public
 */
export interface SunsetDependant {
  /** The full ref. */
  ref: string;
  /** When the plan saw it first, ISO 8601 in UTC. */
  since: string;
  /** It began to depend after the plan began. */
  late: boolean;
  /** Since when it depends no more; it is kept as it was. */
  goneAt?: string;
}

const DATES = ['endOfSale', 'endOfSupport', 'endOfLife'] as const;

/**
 * What is wrong with a sunset plan; nothing when it can be kept: dates are dates and in order, and what takes over is
 * something else.
 *
 * @param today - `YYYY-MM-DD`, where the plan is a new one: its end must be to come
 *
 * @public
 */
export function sunsetProblem(
  plan: SunsetDates & { entityRef: string; successorRef?: string },
  today?: string,
): string | undefined {
  let before: (typeof DATES)[number] | undefined;
  for (const name of DATES) {
    const date = plan[name];
    if (date !== undefined) {
      if (!isIsoDate(date)) {
        return `${name}: got ${date}; expected a date such as 2027-06-30`;
      }
      const earlier = before && plan[before];
      if (earlier && earlier > date) {
        return `${name}: got ${date}; expected a day not before ${before}, ${earlier}`;
      }
      before = name;
    }
  }
  if (today && plan.endOfLife < today) {
    return `endOfLife: got ${plan.endOfLife}, which is past; expected a day to come`;
  }
  return plan.successorRef === plan.entityRef
    ? `successor: got ${plan.successorRef}, which is to be retired; expected something else`
    : undefined;
}

/**
 * The day until which a dependant must have moved: its own, else the end of support, else the end of life.
 *
 * @public
 */
export function sunsetDue(plan: SunsetDates, own?: string): string {
  return own ?? plan.endOfSupport ?? plan.endOfLife;
}

/**
 * Where a dependant stands. What depends no more is gone, whatever its owner said.
 *
 * @public
 */
export function sunsetDependantState(dependant: {
  goneAt?: string;
  answer?: SunsetAnswer;
}): SunsetDependantState {
  return dependant.goneAt ? 'gone' : dependant.answer ?? 'open';
}

/**
 * Whether a dependant still stands in the way after the day on which it must have moved. One whose owner says that it
 * has moved, and which still depends, stands in the way too.
 *
 * @param today - `YYYY-MM-DD`
 *
 * @public
 */
export function sunsetOverdue(
  dependant: { goneAt?: string; dueOn: string },
  today: string,
): boolean {
  return !dependant.goneAt && dependant.dueOn < today;
}

/**
 * Compares the dependants of a plan with those that the catalog shows.
 *
 * @param known - those that the plan has; nothing when it begins now
 * @param seen - full refs that depend on it now
 * @param at - ISO 8601 in UTC
 *
 * @returns those that are new, depend again, or depend no more; what stays as it was is not among them
 *
 * @public
 */
export function followDependants(
  known: readonly SunsetDependant[] | undefined,
  seen: Iterable<string>,
  at: string,
): SunsetDependant[] {
  const now = new Set(seen);
  const before = new Map((known ?? []).map(one => [one.ref, one]));
  const changed: SunsetDependant[] = [];
  for (const ref of now) {
    const one = before.get(ref);
    if (!one) {
      changed.push({ ref, since: at, late: known !== undefined });
    } else if (one.goneAt) {
      // Who went and comes back does so after the plan began.
      changed.push({ ref, since: at, late: true });
    }
  }
  for (const one of before.values()) {
    if (!now.has(one.ref) && !one.goneAt) {
      changed.push({ ...one, goneAt: at });
    }
  }
  return changed;
}
