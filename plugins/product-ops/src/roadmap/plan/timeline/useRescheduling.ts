import { useCallback, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { productOpsApiRef } from '../../../api';
import { currentOf, refusalOf } from '../../../api/conflicts';
import { useAskAgain } from '../../../api/rooms';
import { useText } from '../../../useText';
import { type Rescheduling, type TimelineEntry, uidOf } from './types';
import { daysAfter } from './useDragging';
import { periodWords } from './words';

type Days = Pick<TimelineEntry, 'start' | 'end'>;

/** An item as it is meant to be, until what is shown is as new as the answer of the backend. */
interface Pending extends Days {
  /** The version that it has, as far as is known. */
  version: number;
  /** Whether the backend has not answered yet. */
  sent: boolean;
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

/**
 * Reschedules items: they stand at their new place at once, and go back to where they are in truth when the backend
 * refuses. Of an item that is not of the portal, the change of its file is offered.
 */
export function useRescheduling() {
  const api = useApi(productOpsApiRef);
  const t = useText();
  const askAgain = useAskAgain('roadmap');
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(
    new Map(),
  );
  const [notice, setNotice] = useState<{ good: boolean; text: string }>();
  const [inFile, setInFile] = useState<{ entry: TimelineEntry; days: Days }>();
  // Changes of one item go one after the other: each names the version that the one before gave.
  const chains = useRef(new Map<string, Promise<number | undefined>>());

  const put = useCallback(
    (uid: string, value: Pending | undefined) =>
      setPending(current => {
        const next = new Map(current);
        if (value) {
          next.set(uid, value);
        } else {
          next.delete(uid);
        }
        return next;
      }),
    [],
  );

  const applied = useCallback(
    (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
      pending.size === 0
        ? entries
        : entries.map(entry => {
            const own = pending.get(uidOf(entry));
            if (!own || (!own.sent && own.version <= entry.version)) {
              return entry;
            }
            const { start, end, version } = own;
            return { ...entry, start, end, version };
          }),
    [pending],
  );

  const send = useCallback(
    async (
      entry: TimelineEntry,
      change: Rescheduling,
      version: number,
      wanted: Days,
    ): Promise<number | undefined> => {
      const uid = uidOf(entry);
      try {
        const item = await api.roadmap.actOnItem(
          {
            entity: entry.entityRef,
            id: entry.itemId,
            source: 'recorded',
          },
          { ...change, version },
        );
        return item.version;
      } catch (error) {
        put(uid, undefined);
        const current = currentOf(error);
        const { message } = refusalOf(error);
        setNotice({
          good: false,
          text: current
            ? t('roadmap.plan.timeline.changedMeanwhile', {
                title: entry.title,
                days: periodWords(
                  { start: textOf(current.start), end: textOf(current.end) },
                  t,
                ),
                wanted: periodWords(wanted, t),
              })
            : t('roadmap.plan.timeline.refused', {
                title: entry.title,
                message,
              }),
        });
        return undefined;
      }
    },
    [api, put, t],
  );

  const reschedule = useCallback(
    (entry: TimelineEntry, change: Rescheduling) => {
      const uid = uidOf(entry);
      const wanted = daysAfter(entry, change);
      if (entry.source !== 'recorded') {
        setInFile({ entry, days: wanted });
        return;
      }
      put(uid, { ...wanted, version: entry.version, sent: true });
      setNotice({
        good: true,
        text: t('roadmap.plan.timeline.moved', {
          title: entry.title,
          days: periodWords(wanted, t),
        }),
      });
      const before = chains.current.get(uid);
      const next = (before ?? Promise.resolve(entry.version)).then(version =>
        version === undefined
          ? undefined
          : send(entry, change, version, wanted),
      );
      chains.current.set(uid, next);
      next.then(version => {
        if (chains.current.get(uid) === next) {
          chains.current.delete(uid);
          if (version !== undefined) {
            put(uid, { ...wanted, version, sent: false });
          }
          askAgain();
        }
      });
    },
    [askAgain, put, send, t],
  );

  return useMemo(
    () => ({
      applied,
      reschedule,
      notice,
      hideNotice: () => setNotice(undefined),
      inFile,
      closeFile: () => setInFile(undefined),
    }),
    [applied, reschedule, notice, inFile],
  );
}
