import type {
  SunsetDependantView,
  SunsetPlan,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, type Fields } from '../../api/conflicts';

/** Whether it is one version of something that has these texts. */
function hasTexts(value: Fields | undefined, names: string[]): boolean {
  return (
    typeof value?.version === 'number' &&
    names.every(name => typeof value[name] === 'string')
  );
}

function isPlan(value: Fields | undefined): value is Fields & SunsetPlan {
  return hasTexts(value, ['id', 'state', 'endOfLife', 'begunAt']);
}

function isDependant(
  value: Fields | undefined,
): value is Fields & SunsetDependantView {
  return hasTexts(value, ['plan', 'state', 'dueOn', 'since']);
}

/** The plan as it is now, where somebody else was faster. */
export function currentPlan(error: unknown): SunsetPlan | undefined {
  const current = currentOf(error);
  return isPlan(current) ? current : undefined;
}

/** The dependant as it is now, where somebody else was faster. */
export function currentDependant(
  error: unknown,
): SunsetDependantView | undefined {
  const current = currentOf(error);
  return isDependant(current) ? current : undefined;
}
