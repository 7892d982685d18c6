import { isOpen } from '@productops/backstage-plugin-product-ops-common';
import ical, {
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
} from 'ical-generator';
import { createHash } from 'node:crypto';
import { tabPath } from '../../messages/tabPath';
import { inForce } from '../roadmapView';
import type { PlacedItem } from './ExchangeStore';
import { MAX_EVENTS } from './limits';

const DAY_MS = 24 * 3600 * 1000;
/** How often a calendar should look again. */
const REFRESH_S = 4 * 3600;
const MAX_TEXT = 2000;

export interface CalendarOptions {
  name: string;
  /** The stamp of what nobody has changed in the portal. */
  createdAt: Date;
  items: readonly PlacedItem[];
  /** What people call the entities, by ref. */
  titleOf(entityRef: string): string;
  /** The address of the portal's pages. */
  portal?: string;
  /** What stands in the place of all events while the feed waits, and the day that it is put on. */
  waiting?: { text: string; today: string };
}

interface DayEvent {
  uid: string;
  first: string;
  last: string;
  summary: string;
  placed: PlacedItem;
}

const dayExpression = /^\d{4}-\d{2}-\d{2}$/;

/** A day that there is, or nothing. */
function dayOf(text: string | undefined): string | undefined {
  if (!text || !dayExpression.test(text)) {
    return undefined;
  }
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
    ? text
    : undefined;
}

function uidOf(...parts: string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hash.slice(0, 40)}@product-ops`;
}

/** The days of an item and its milestones; what has no day is in no calendar. */
function eventsOf(
  placed: PlacedItem,
  titleOf: CalendarOptions['titleOf'],
): DayEvent[] {
  const { entityRef, item } = placed;
  if (item.status === 'dropped') {
    return [];
  }
  const start = dayOf(item.start);
  const end = dayOf(item.end);
  const last = end ?? start;
  // Files may say that something starts after its end: then only the end is believed.
  const first = start && last && start <= last ? start : last;
  const key = [entityRef, item.source, item.id];
  const of = titleOf(entityRef);
  return [
    ...(first && last
      ? [
          {
            uid: uidOf(...key),
            first,
            last,
            summary: `${item.title} (${of})`,
            placed,
          },
        ]
      : []),
    ...item.milestones.flatMap(({ name, value }) => {
      const day = dayOf(value);
      return day
        ? [
            {
              uid: uidOf(...key, 'milestone', name),
              first: day,
              last: day,
              summary: `◆ ${name}: ${item.title} (${of})`,
              placed,
            },
          ]
        : [];
    }),
  ];
}

function pageOf({ entityRef, item }: PlacedItem, portal: string): string {
  const path = tabPath(entityRef, 'roadmap');
  return `${portal.replace(/\/$/, '')}${path}?item=${encodeURIComponent(
    item.id,
  )}`;
}

function addEvent(
  calendar: ICalCalendar,
  event: DayEvent,
  { portal, createdAt }: CalendarOptions,
): void {
  const { item } = event.placed;
  const changedAt = item.changedAt ?? createdAt;
  const text = [
    [item.status, item.horizon, item.category].filter(Boolean).join(' · '),
    item.description?.slice(0, MAX_TEXT),
  ];
  calendar.createEvent({
    id: event.uid,
    sequence: item.version - 1,
    stamp: changedAt,
    lastModified: changedAt,
    start: new Date(`${event.first}T00:00:00Z`),
    // The end of a day is the day after it.
    end: new Date(new Date(`${event.last}T00:00:00Z`).getTime() + DAY_MS),
    allDay: true,
    summary: event.summary,
    description: text.filter(Boolean).join('\n\n'),
    // It is a plan, nobody is busy because of it.
    transparency: ICalEventTransparency.TRANSPARENT,
    status:
      item.status === 'proposed' || item.status === 'deferred'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    ...(item.category && { categories: [{ name: item.category }] }),
    ...(portal && { url: pageOf(event.placed, portal) }),
  });
}

/** Of several items of an entity with one id the one in force. */
export function onlyInForce(items: readonly PlacedItem[]): PlacedItem[] {
  const byEntity = new Map<string, Array<PlacedItem['item']>>();
  for (const { entityRef, item } of items) {
    const ofEntity = byEntity.get(entityRef) ?? [];
    byEntity.set(entityRef, ofEntity);
    ofEntity.push(item);
  }
  const first = new Set([...byEntity.values()].flatMap(inForce));
  return items.filter(({ item }) => first.has(item));
}

/**
 * A calendar (RFC 5545) of items and their milestones: all-day events, the first thousand to end. The same items give the
 * same text, so that its ETag stays.
 */
export function calendarOf(options: CalendarOptions): string {
  const { name, items, titleOf, waiting } = options;
  const calendar = ical({
    name,
    prodId: { company: 'Product Ops', product: 'Roadmap', language: 'EN' },
    ttl: REFRESH_S,
    timezone: 'UTC',
  });
  if (waiting) {
    const start = new Date(`${waiting.today}T00:00:00Z`);
    calendar.createEvent({
      id: uidOf('waiting', name),
      stamp: start,
      start,
      end: new Date(start.getTime() + DAY_MS),
      allDay: true,
      summary: waiting.text,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    return `${calendar.toString()}\r\n`;
  }
  const events = items
    .flatMap(placed => eventsOf(placed, titleOf))
    // What is open comes before what is done where not all have room.
    .sort(
      (a, b) =>
        Number(isOpen(b.placed.item.status)) -
          Number(isOpen(a.placed.item.status)) ||
        a.last.localeCompare(b.last) ||
        a.uid.localeCompare(b.uid),
    )
    .slice(0, MAX_EVENTS);
  for (const event of events) {
    addEvent(calendar, event, options);
  }
  return `${calendar.toString()}\r\n`;
}
