import { InputError } from '@backstage/errors';
import {
  isIsoDate,
  readEntityRef,
  type GoalState,
  type ListGoalsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import type { ReadGoal } from './GoalReader';

/** In the order of who needs attention first. */
export const GOAL_STATES: ReadonlyArray<{ value: GoalState; label: string }> = [
  { value: 'missed', label: 'Missed' },
  { value: 'at-risk', label: 'At risk' },
  { value: 'on-track', label: 'On track' },
  { value: 'unknown', label: 'Not measured' },
  { value: 'reached', label: 'Reached' },
];

const URGENCY = new Map(GOAL_STATES.map(({ value }, index) => [value, index]));

/** The full refs of what a filter names. */
export function refsAt(
  name: string,
  values: readonly string[] | undefined,
  defaultKind: string,
): string[] | undefined {
  return values?.length
    ? values.map(value => {
        const ref = readEntityRef(value, { defaultKind });
        if (!ref) {
          throw new InputError(
            `${name}: got ${JSON.stringify(
              value,
            )}; expected an entity ref, such as ${defaultKind}:default/payments`,
          );
        }
        return ref;
      })
    : undefined;
}

/** Whether goals pass the filters that are about themselves, all but the one by state. */
export function passes(query: ListGoalsQuery): (read: ReadGoal) => boolean {
  const { dueFrom, dueTo } = query;
  for (const [name, day] of Object.entries({ dueFrom, dueTo })) {
    if (day !== undefined && !isIsoDate(day)) {
      throw new InputError(
        `${name}: got ${JSON.stringify(day)}; expected a day of the calendar`,
      );
    }
  }
  const text = query.q?.trim().toLocaleLowerCase('en-US');
  return ({ goal: { id, fields } }) => {
    const { due, title, description = '', metric } = fields;
    return (
      (!dueFrom || Boolean(due && due >= dueFrom)) &&
      (!dueTo || Boolean(due && due <= dueTo)) &&
      (!text ||
        [id, title, description, metric?.name ?? '']
          .join('\n')
          .toLocaleLowerCase('en-US')
          .includes(text))
    );
  };
}

/** The order of a list. */
export function inOrderOf(
  sort: NonNullable<ListGoalsQuery['sort']>,
): (a: ReadGoal, b: ReadGoal) => number {
  const urgency = ({ standing }: ReadGoal) => URGENCY.get(standing.state) ?? 0;
  const due = ({ goal }: ReadGoal) => goal.fields.due ?? '9999';
  const title = ({ goal }: ReadGoal) =>
    goal.fields.title.toLocaleLowerCase('en-US');
  const compare = (a: string, b: string) => {
    if (a === b) {
      return 0;
    }
    return a < b ? -1 : 1;
  };
  return (a, b) =>
    (sort === 'attention' ? urgency(a) - urgency(b) : 0) ||
    (sort === 'title' ? 0 : compare(due(a), due(b))) ||
    compare(title(a), title(b)) ||
    compare(a.goal.entity.ref, b.goal.entity.ref) ||
    compare(a.goal.id, b.goal.id);
}
