import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  EntityLink,
  SunsetPlan,
} from '@productops/backstage-plugin-product-ops-common';
import { readableDate } from '../../components';
import type { Text } from '../../useText';

export const PLAN_DATES = ['endOfSale', 'endOfSupport', 'endOfLife'] as const;

/** What is typed into the form of a plan; what is empty is not said. */
export interface PlanValues {
  successor: string;
  endOfSale: string;
  endOfSupport: string;
  endOfLife: string;
  message: string;
}

export type PlanProblems = Partial<Record<keyof PlanValues, string>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The calendar date of today, `YYYY-MM-DD`. */
export function todayDate(): string {
  return new Date().toISOString().slice(0, 10);
}

export function isDate(value: string): boolean {
  return DATE.test(value) && !Number.isNaN(Date.parse(value));
}

function isItself(successor: string, entity: EntityLink): boolean {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(successor, {
        defaultKind: entity.kind,
        defaultNamespace: 'default',
      }),
    );
    return ref === entity.ref.toLocaleLowerCase('en-US');
  } catch {
    // What is no reference is refused by the backend, which says what it expects.
    return false;
  }
}

/** What is wrong with what was typed, field by field; the same rules as the backend has. */
export function planProblems(
  values: PlanValues,
  entity: EntityLink,
  before: SunsetPlan | undefined,
  t: Text,
): PlanProblems {
  const found: PlanProblems = {};
  let earlier: (typeof PLAN_DATES)[number] | undefined;
  for (const name of PLAN_DATES) {
    const value = values[name];
    if (!value) {
      continue;
    }
    if (!isDate(value)) {
      found[name] = t('sunset.problems.notADate');
    } else {
      if (earlier && values[earlier] > value) {
        found[name] = t('sunset.problems.order', {
          name: t(`sunset.${earlier}`),
          date: readableDate(values[earlier]),
        });
      }
      earlier = name;
    }
  }
  const { endOfLife, successor } = values;
  if (!endOfLife) {
    found.endOfLife = t('sunset.problems.required');
  } else if (
    !found.endOfLife &&
    endOfLife < todayDate() &&
    // A plan whose end is over may be changed in other things.
    endOfLife !== before?.endOfLife
  ) {
    found.endOfLife = t('sunset.problems.past');
  }
  if (successor && isItself(successor, entity)) {
    found.successor = t('sunset.problems.self');
  }
  return found;
}
