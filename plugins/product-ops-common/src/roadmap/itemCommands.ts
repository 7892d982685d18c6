import { dayNumber, readDay, shiftDay } from './days';
import type { ItemRef } from './itemRefs';
import {
  diffFields,
  ITEM_FIELDS,
  ItemPatch,
  patchFields,
  RoadmapEntry,
  sameValue,
} from './items';
import { isRank, rankBetween } from './rank';
import type {
  ItemCommand,
  ItemCommandContext,
  ItemOutcome,
  ItemRefusal,
} from './itemCommandTypes';
import {
  ItemProblem,
  validateItemFields,
  validateItemPatch,
} from './validateItem';

function refusal(
  problem: ItemRefusal,
  message: string,
  more: Partial<Extract<ItemOutcome, { ok: false }>> = {},
): ItemOutcome {
  return { ok: false, problem, message, ...more };
}

function invalid(problems: ItemProblem[]): ItemOutcome {
  const [{ message, expected }] = problems;
  return refusal('invalid', `${message} Expected ${expected}`, { problems });
}

/**
 * Makes an item of the portal.
 *
 * @param input - the fields, see {@link validateItemFields}
 * @param place - where it is, and the rank that it gets, see {@link rankBetween}
 *
 * @public
 */
export function createItem(
  input: unknown,
  place: ItemRef & { rank: string },
  context: ItemCommandContext = {},
): ItemOutcome {
  const { entityRef, itemId, rank } = place;
  const read = validateItemFields(input, { ...context, entityRef, itemId });
  if (!read.ok) {
    return invalid(read.problems);
  }
  if (!isRank(rank)) {
    return refusal('no-room', 'There is no rank left at this place');
  }
  const item: RoadmapEntry = {
    ...read.fields,
    entityRef,
    itemId,
    source: 'recorded',
    version: 1,
    rank,
    archived: false,
  };
  return { ok: true, item, flags: read.flags };
}

function changed(
  item: RoadmapEntry,
  patch: unknown,
  context: ItemCommandContext,
  rank = item.rank,
): ItemOutcome {
  const { entityRef, itemId } = item;
  const read = validateItemPatch(patch, item, {
    ...context,
    entityRef,
    itemId,
  });
  if (!read.ok) {
    return invalid(read.problems);
  }
  const fields = patchFields(item, read.fields);
  const diff = diffFields(item, fields);
  const moved = rank !== item.rank;
  if (!moved && Object.keys(diff.after).length === 0) {
    return { ok: true, item, flags: read.flags };
  }
  const { source, archived } = item;
  const version = item.version + 1;
  return {
    ok: true,
    item: { ...fields, entityRef, itemId, source, version, rank, archived },
    change: {
      version,
      before: { ...diff.before, ...(moved && { rank: item.rank }) },
      after: { ...diff.after, ...(moved && { rank }) },
    },
    flags: read.flags,
  };
}

/** The patch that reschedules, or why there is none. */
function scheduled(
  item: RoadmapEntry,
  command: Extract<ItemCommand, { type: 'shift' | 'move' | 'resize' }>,
): ItemPatch | ItemOutcome {
  const { start, end } = item;
  if (command.type === 'resize') {
    return {
      ...(command.start !== undefined && { start: command.start }),
      ...(command.end !== undefined && { end: command.end }),
    };
  }
  let days: number;
  if (command.type === 'shift') {
    if (!start && !end) {
      return refusal('no-dates', 'It has neither a start nor an end to shift');
    }
    days = command.days;
  } else {
    const first = start ?? end;
    const from = readDay(first);
    if (from === undefined || readDay(command.to) === undefined) {
      // Undated so far, or no day: what is wrong with it the fields will say.
      return { start: command.to };
    }
    days = dayNumber(command.to) - from;
  }
  const moved = (day: string | undefined) => day && shiftDay(day, days);
  if (
    !Number.isInteger(days) ||
    (start && !moved(start)) ||
    (end && !moved(end))
  ) {
    return refusal(
      'invalid',
      `It cannot be moved by ${days} days. Expected whole days that stay within the years 1 to 9999`,
    );
  }
  return {
    ...(start && { start: moved(start) }),
    ...(end && { end: moved(end) }),
  };
}

function undone(
  item: RoadmapEntry,
  command: Extract<ItemCommand, { type: 'undo' }>,
  context: ItemCommandContext,
): ItemOutcome {
  const { change, later = [] } = command;
  const names = ['rank' as const, ...ITEM_FIELDS].filter(
    name => change.after[name] !== undefined,
  );
  // What counts is what the field says now: a later change that was itself undone is in nobody's way.
  const touched = names.find(
    name => !sameValue(item[name], change.after[name]),
  );
  if (touched) {
    const by = [...later]
      .reverse()
      .find(
        ({ version, after }) =>
          version > change.version && after[touched] !== undefined,
      );
    return refusal(
      'changed-since',
      `"${touched}" was changed since${
        by ? `, in version ${by.version}` : ''
      }: undo that first, or edit it`,
      { ...(by && { version: by.version }) },
    );
  }
  const { rank, ...patch } = change.before;
  return changed(item, patch, context, isRank(rank) ? rank : item.rank);
}

/**
 * Does something with an item, or says why not: then nothing has changed. Pure: the same input gives the same outcome.
 *
 * @remarks
 *
 * An item of a file or of another source is read-only: only its place inside its lane can be changed here.
 *
 * @public
 */
export function decideItem(
  item: RoadmapEntry,
  command: ItemCommand,
  context: ItemCommandContext = {},
): ItemOutcome {
  if (context.version !== undefined && context.version !== item.version) {
    return refusal(
      'stale',
      `version: got ${context.version}; it has ${item.version} now`,
      { current: item },
    );
  }
  if (item.archived) {
    return refusal('archived', 'It left its source, and is kept as it was');
  }
  const moves = command.type === 'reorder' && command.patch === undefined;
  const replaced =
    command.type === 'undo' &&
    Object.keys(command.change.after).every(name => name === 'rank');
  if (item.source !== 'recorded' && !moves && !replaced) {
    return refusal(
      'read-only',
      item.source === 'declared'
        ? 'It is declared in a file: change it there'
        : `It comes from ${item.source}: change it there`,
    );
  }
  switch (command.type) {
    case 'edit':
      return changed(item, command.patch, context);
    case 'drop':
      return changed(item, { status: 'dropped' }, context);
    case 'undo':
      return undone(item, command, context);
    case 'reorder': {
      const { after, before, patch = {} } = command;
      const fits =
        (after === undefined || after < item.rank) &&
        (before === undefined || item.rank < before);
      const rank =
        fits && isRank(item.rank) ? item.rank : rankBetween(after, before);
      return rank
        ? changed(item, patch, context, rank)
        : refusal('no-room', 'There is no rank between these neighbours');
    }
    default: {
      const patch = scheduled(item, command);
      return 'ok' in patch
        ? (patch as ItemOutcome)
        : changed(item, patch, context);
    }
  }
}
