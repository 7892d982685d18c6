import type { RoadmapStatus } from '../api/types';
import type {
  ConflictAction,
  ConflictFacts,
  ConflictItem,
  ConflictKind,
  RoadmapConflict,
} from './conflictTypes';
import { readDay, shiftDay } from './days';
import { itemKeyOf, ItemRef } from './itemRefs';
import { isOpen } from './vocabulary';

const MAX_NAMED = 10;

/** Says a day. */
type Words = (day: string) => string;

/** A dependency as the rules see it. */
export interface Edge {
  from: ConflictItem;
  /** As written. */
  ref: string;
  /** The key of what it names; the text itself when it names nothing. */
  key: string;
  to?: ConflictItem;
}

const refOf = ({ entityRef, itemId }: ItemRef): ItemRef => ({
  entityRef,
  itemId,
});
const named = ({ title }: ConflictItem) => `"${title.slice(0, 100)}"`;

function conflict(
  kind: ConflictKind,
  item: ConflictItem,
  title: string,
  actions: ConflictAction[],
  more: { about?: string; others?: ConflictItem[]; info?: boolean } = {},
): RoadmapConflict {
  const { about, others = [], info } = more;
  const items = [item, ...others];
  return {
    id: [kind, itemKeyOf(item), ...(about ? [about] : [])].join('/'),
    kind,
    severity: info ? 'info' : 'warning',
    title,
    items: items.slice(0, MAX_NAMED).map(refOf),
    itemCount: items.length,
    actions,
  };
}

const setStatus = (item: ItemRef, status: RoadmapStatus): ConflictAction => ({
  type: 'set-status',
  item: refOf(item),
  status,
});
const removal = ({ from, ref }: Edge): ConflictAction => ({
  type: 'remove-dependency',
  item: refOf(from),
  dependency: ref,
});

/** What is wrong with the days of an item that is still to do. */
export function dateConflicts(
  item: ConflictItem,
  { today }: ConflictFacts,
  words: Words,
): RoadmapConflict[] {
  const found: RoadmapConflict[] = [];
  const start = readDay(item.start);
  const end = readDay(item.end);
  // A deferred item was put off on purpose: its end is no promise any more.
  if (end !== undefined && item.end! < today && item.status !== 'deferred') {
    found.push(
      conflict(
        'overdue',
        item,
        `${named(item)} is past its end, ${words(item.end!)}, and not done.`,
        [
          setStatus(item, 'done'),
          setStatus(item, 'deferred'),
          { type: 'reschedule', item: refOf(item), end: today },
        ],
      ),
    );
  }
  if (start !== undefined && end !== undefined && end <= start) {
    const after = end < start;
    found.push(
      conflict(
        'no-duration',
        item,
        after
          ? `${named(item)} starts on ${words(
              item.start!,
            )}, after it ends on ${words(item.end!)}.`
          : `${named(item)} starts and ends on ${words(item.end!)}.`,
        [
          ...(after
            ? [
                {
                  type: 'reschedule' as const,
                  item: refOf(item),
                  start: item.end,
                  end: item.start,
                },
              ]
            : []),
          { type: 'set-dates', item: refOf(item) },
        ],
        // A single day may well be meant.
        { info: !after },
      ),
    );
  }
  return found;
}

/** What is wrong with the entity of an item that is still to do, or with its owner. */
export function entityConflicts(
  item: ConflictItem,
  { retired, ownerOf, ownerExists }: ConflictFacts,
): RoadmapConflict[] {
  const found: RoadmapConflict[] = [];
  if (retired?.(item.entityRef)) {
    found.push(
      conflict(
        'retired-product',
        item,
        `${named(item)} is planned for ${item.entityRef}, which is retired.`,
        [setStatus(item, 'dropped'), setStatus(item, 'done')],
      ),
    );
  }
  const owner = item.owner ?? ownerOf?.(item.entityRef);
  const problem =
    owner === undefined
      ? ownerOf && 'has no owner, nor has what it is planned for'
      : ownerExists &&
        !ownerExists(owner) &&
        `is owned by ${owner}, which is not in the catalog`;
  if (problem) {
    found.push(
      conflict('missing-owner', item, `${named(item)} ${problem}.`, [
        { type: 'choose-owner', item: refOf(item) },
      ]),
    );
  }
  return found;
}

/** What is wrong with a dependency of an item that is still to do. */
export function dependencyConflict(
  edge: Edge,
  facts: ConflictFacts,
  inOneCycle: boolean,
  words: Words,
): RoadmapConflict | undefined {
  const { from: item, to, key, ref } = edge;
  const about = key;
  if (!to) {
    return conflict(
      'missing-dependency',
      item,
      `${named(item)} depends on "${ref.slice(0, 100)}", which is not there.`,
      [removal(edge)],
      { about },
    );
  }
  const others = [to];
  if (to === item) {
    return conflict(
      'depends-on-itself',
      item,
      `${named(item)} depends on itself.`,
      [removal(edge)],
      { about },
    );
  }
  if (to.status === 'dropped') {
    return conflict(
      'dropped-dependency',
      item,
      `${named(item)} depends on ${named(to)}, which was dropped.`,
      [removal(edge), setStatus(item, 'dropped')],
      { about, others },
    );
  }
  if (to.status === 'done') {
    return undefined;
  }
  if (facts.retired?.(to.entityRef)) {
    return conflict(
      'retired-dependency',
      item,
      `${named(item)} depends on ${named(to)} of ${
        to.entityRef
      }, which is retired.`,
      [removal(edge)],
      { about, others },
    );
  }
  const end = readDay(item.end);
  const dependencyEnd = readDay(to.end);
  // Dates of a cycle cannot all be right: the cycle is what is to be mended.
  if (
    inOneCycle ||
    end === undefined ||
    dependencyEnd === undefined ||
    end >= dependencyEnd
  ) {
    return undefined;
  }
  const start =
    readDay(item.start) === undefined
      ? undefined
      : shiftDay(item.start!, dependencyEnd - end);
  return conflict(
    'ends-before-dependency',
    item,
    `${named(item)} ends on ${words(item.end!)}, before ${named(
      to,
    )} that it depends on: ${words(to.end!)}.`,
    [
      {
        type: 'reschedule',
        item: refOf(item),
        ...(start && { start }),
        end: to.end,
      },
      { type: 'reschedule', item: refOf(to), end: item.end },
      removal(edge),
    ],
    { about, others },
  );
}

/** How early an item ends before what it waits for, in days: the dependency that fits least comes first. */
function misfit({ from, to }: Edge): number {
  const end = readDay(from.end);
  const dependencyEnd = readDay(to?.end);
  return end === undefined || dependencyEnd === undefined
    ? -Infinity
    : dependencyEnd - end;
}

/** Items that wait for each other, and the dependencies among them. */
export function cycleConflict(
  members: ConflictItem[],
  edges: readonly Edge[],
): RoadmapConflict {
  const [first, ...others] = members;
  const shown = members.slice(0, 5).map(named);
  const more = members.length - shown.length;
  const names = more
    ? `${shown.join(', ')} and ${more} more`
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  const open = members.filter(({ status }) => isOpen(status)).length;
  const best = edges
    .map(edge => ({ edge, days: misfit(edge) }))
    .sort((a, b) => {
      if (a.days !== b.days) {
        return b.days - a.days;
      }
      return a.edge.key < b.edge.key ? -1 : 1;
    });
  return conflict(
    'cycle',
    first,
    `${names} depend on each other.`,
    best.slice(0, MAX_NAMED).map(({ edge }) => removal(edge)),
    // Where only one of them is still to do, it waits for nothing any more.
    { others, info: open < 2 },
  );
}
