import { useEffect, useMemo, useState } from 'react';
import {
  runStateOf,
  type EntityLink,
  type RunbookRunEvent,
} from '@productops/backstage-plugin-product-ops-common';
import type { RunLog } from '../../api/runsHooks';
import type { Outbox } from './useOutbox';

/** How a run stands for this person: with what they have said and the backend does not have yet. */
export function useRunState(
  log: RunLog | undefined,
  { queue, me }: Pick<Outbox, 'queue' | 'me'>,
) {
  return useMemo(() => {
    const events = log?.events ?? [];
    const there = new Set(events.map(({ id }) => id));
    const last = events.at(-1)?.seq ?? 0;
    const at = new Date().toISOString();
    const mine = queue
      .filter(({ id }) => !there.has(id))
      .map(
        (command, index): RunbookRunEvent => ({
          ...command,
          seq: last + 1 + index,
          by: me ?? 'user:default/unknown',
          at,
        }),
      );
    const people = new Map<string, EntityLink>(
      (log?.people ?? []).map(person => [person.ref, person]),
    );
    return {
      events: [...events, ...mine],
      state: runStateOf([...events, ...mine]),
      nameOf: (ref: string | undefined) =>
        (ref && (people.get(ref)?.title ?? ref.slice(ref.indexOf('/') + 1))) ||
        '',
      personOf: (ref: string | undefined) =>
        ref ? people.get(ref) : undefined,
    };
  }, [log, queue, me]);
}

/** What a run looks like to this person. */
export type RunSight = ReturnType<typeof useRunState>;

/** The time, again and again. */
export function useNow(everyMs: number): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
