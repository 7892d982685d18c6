import {
  ROADMAP_HORIZONS,
  ROADMAP_STATUSES,
  type RoadmapItem,
  type RoadmapSummary,
} from '@productops/backstage-plugin-product-ops-common';
import { readableDate, type Tone } from '../components';
import type { Text } from '../useText';

/** Categories that keep it running, told apart from what is new by colour beside the word. */
const KEEPS_RUNNING = [
  'maintenance',
  'reliability',
  'security',
  'compliance',
  'sunset',
];

/** What the backend says of an item that should have been finished by now; it alone knows what day it is. */
export function overdueOf(
  item: RoadmapItem,
): RoadmapItem['attention'][number] | undefined {
  return item.attention.find(({ id }) => id === `roadmap/${item.id}/overdue`);
}

/** Categories of what people get that they did not have before. */
const NEW = ['feature', 'improvement'];

/** How many items are new, how many keep it running, and of how many one cannot tell. */
export function sharesOf(mix: RoadmapSummary['mix']) {
  const shares = { fresh: 0, running: 0, none: 0, other: 0 };
  for (const { category, count } of mix) {
    if (NEW.includes(category)) {
      shares.fresh += count;
    } else if (KEEPS_RUNNING.includes(category)) {
      shares.running += count;
    } else if (category === 'none') {
      shares.none += count;
    } else {
      shares.other += count;
    }
  }
  return shares;
}

export function keepsItRunning(item: Pick<RoadmapItem, 'category'>): boolean {
  return KEEPS_RUNNING.includes(item.category ?? '');
}

export function periodOf(
  item: Pick<RoadmapItem, 'start' | 'end'>,
  t: Text,
): string | undefined {
  const start = item.start && readableDate(item.start);
  const end = item.end && readableDate(item.end);
  if (start && end) {
    return t('roadmap.range', { start, end });
  }
  if (end) {
    return t('roadmap.until', { date: end });
  }
  return start && t('roadmap.from', { date: start });
}

export function scoreOf(item: RoadmapItem, t: Text): string | undefined {
  const { score } = item;
  if (score?.value === undefined) {
    return undefined;
  }
  return t('roadmap.score', {
    method: (score.method ?? 'score').toLocaleUpperCase(),
    value: score.value.toLocaleString(undefined, { maximumFractionDigits: 1 }),
  });
}

/** All statuses to choose from. */
export function statusOptions(t: Text) {
  return ROADMAP_STATUSES.map(value => ({
    value,
    label: t(`roadmap.statuses.${value}`),
  }));
}

/** All horizons to choose from. */
export function horizonOptions(t: Text) {
  return ROADMAP_HORIZONS.map(value => ({
    value,
    label: t(`roadmap.horizons.${value}`),
  }));
}

export function statusTone(status: RoadmapItem['status']): Tone {
  switch (status) {
    case 'in-progress':
      return 'info';
    case 'done':
      return 'ok';
    default:
      return 'neutral';
  }
}
