import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';
import { numberIn } from '../../components';

/** What is typed of a goal. */
export interface GoalForm {
  entity: string;
  title: string;
  description: string;
  start: string;
  due: string;
  metric: string;
  unit: string;
  baseline: string;
  target: string;
  prometheus: string;
  query: string;
}

export function formOf(goal?: GoalDetails, entity = ''): GoalForm {
  const { metric } = goal ?? {};
  const text = (value: number | undefined) =>
    value === undefined ? '' : String(value);
  return {
    entity: goal?.entity.ref ?? entity,
    title: goal?.title ?? '',
    description: goal?.description ?? '',
    start: goal?.start ?? '',
    due: goal?.due ?? '',
    metric: metric?.name ?? '',
    unit: metric?.unit ?? '',
    baseline: text(metric?.baseline),
    target: text(metric?.target),
    prometheus: metric?.source?.prometheus ?? '',
    query: metric?.source?.query ?? '',
  };
}

/** The numbers of a form that are none. */
export function wrongNumbers(form: GoalForm): Array<'baseline' | 'target'> {
  return (['baseline', 'target'] as const).filter(
    name => numberIn(form[name]) === false,
  );
}

/** The fields that a form asks for; null takes one away that was there. */
export function fieldsOfForm(
  form: GoalForm,
  before?: GoalDetails,
): Record<string, unknown> {
  const text = (value: string) => value.trim() || null;
  const number = (value: string) => typeof numberIn(value) === 'number';
  const { metric: old } = before ?? {};
  const metric = text(form.metric) && {
    name: form.metric.trim(),
    ...(text(form.unit) && { unit: form.unit.trim() }),
    ...(number(form.baseline) && { baseline: numberIn(form.baseline) }),
    ...(number(form.target) && { target: numberIn(form.target) }),
    ...(old?.direction && { direction: old.direction }),
    ...(text(form.prometheus) && {
      source: { prometheus: form.prometheus.trim(), query: form.query.trim() },
    }),
  };
  const fields = {
    title: form.title.trim(),
    description: text(form.description),
    start: text(form.start),
    due: text(form.due),
    metric,
  };
  return before
    ? fields
    : Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== null),
      );
}
