import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { isOver, readableDate, type Tone } from '../components';
import type { Text } from '../useText';

/** Categories that keep it running, told apart from what is new by colour beside the word. */
const KEEPS_RUNNING = [
  'maintenance',
  'reliability',
  'security',
  'compliance',
  'sunset',
];

const CLOSED: RoadmapItem['status'][] = ['done', 'dropped'];

export function isOpen(item: RoadmapItem): boolean {
  return !CLOSED.includes(item.status);
}

/** Whether an open item should have been finished by now. */
export function isPastEnd(item: RoadmapItem): boolean {
  return isOpen(item) && item.end !== undefined && isOver(item.end);
}

export function keepsItRunning(item: RoadmapItem): boolean {
  return KEEPS_RUNNING.includes(item.category ?? '');
}

export function periodOf(item: RoadmapItem, t: Text): string | undefined {
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
