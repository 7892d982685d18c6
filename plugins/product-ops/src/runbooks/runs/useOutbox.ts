import { useCallback, useEffect, useRef, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { RunbookRunCommand } from '@productops/backstage-plugin-product-ops-common';
import { productOpsApiRef } from '../../api';
import { newId } from '../../api/newId';
import { refusalOf } from '../../api/conflicts';
import { useAskAgain } from '../../api/rooms';

const AGAIN_MS = 5_000;

/** What is said of a run, before it has an id. */
export type RunSaying = Omit<RunbookRunCommand, 'id'>;

/** Whether an answer says that the same will never be taken. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    ![401, 408, 429].includes(error.statusCode)
  );
}

function read(place: string): RunbookRunCommand[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/**
 * What this person says of a run, one after the other. It is kept in the browser until the backend has it, through a
 * closed tab and a lost network, and may be sent again, since each has an id.
 */
export function useOutbox(runId: string) {
  const { runs } = useApi(productOpsApiRef);
  const identity = useApi(identityApiRef);
  const askAgain = useAskAgain('runbooks');
  const [me, setMe] = useState<string>();
  const [queue, setQueue] = useState<RunbookRunCommand[]>([]);
  const [stuck, setStuck] = useState(false);
  const [refused, setRefused] = useState<string>();
  const waiting = useRef<RunbookRunCommand[]>([]);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const tools = useRef({ runs, askAgain });
  tools.current = { runs, askAgain };
  // On a shared computer, nobody sends what another person has ticked.
  const place = me && `product-ops-run ${runId} ${me}`;
  const placeNow = useRef(place);
  placeNow.current = place;

  const keep = useCallback((next: RunbookRunCommand[]) => {
    const mine = new Set([...waiting.current, ...next].map(({ id }) => id));
    waiting.current = next;
    setQueue(next);
    const at = placeNow.current;
    if (!at) {
      return;
    }
    try {
      // What another tab with the same run waits with stays.
      const kept = [...read(at).filter(({ id }) => !mine.has(id)), ...next];
      if (kept.length > 0) {
        localStorage.setItem(at, JSON.stringify(kept));
      } else {
        localStorage.removeItem(at);
      }
    } catch {
      // A full or forbidden storage: what waits is lost with the tab only.
    }
  }, []);

  const send = useCallback(async () => {
    const problems = new Map<string, string>();
    let sent = false;
    while (waiting.current.length > 0) {
      const [first] = waiting.current;
      try {
        await tools.current.runs.append(runId, first);
      } catch (error) {
        if (!isRefusal(error)) {
          setStuck(true);
          return problems;
        }
        problems.set(first.id, refusalOf(error).message);
      }
      sent = true;
      setStuck(false);
      // It leaves the queue with the log that has it: it is never out of sight.
      await tools.current.askAgain();
      keep(waiting.current.filter(({ id }) => id !== first.id));
    }
    if (sent && problems.size > 0) {
      setRefused([...problems.values()].join(' '));
    }
    return problems;
  }, [runId, keep]);

  const flush = useCallback(() => {
    const result = turn.current.then(send);
    turn.current = result.catch(() => undefined);
    return result;
  }, [send]);

  useEffect(() => {
    let gone = false;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => !gone && setMe(userEntityRef.toLowerCase()),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [identity]);

  useEffect(() => {
    const known = new Set(waiting.current.map(({ id }) => id));
    const kept = place ? read(place).filter(({ id }) => !known.has(id)) : [];
    if (kept.length + known.size > 0) {
      keep([...kept, ...waiting.current]);
      flush();
    }
  }, [place, keep, flush]);

  useEffect(() => {
    if (!stuck) {
      return undefined;
    }
    const timer = setInterval(flush, AGAIN_MS);
    window.addEventListener('online', flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flush);
    };
  }, [stuck, flush]);

  return {
    /** Who speaks. */
    me,
    /** What the backend does not have yet, in order. */
    queue,
    /** Whether it could not be sent. */
    stuck,
    /** Why the backend did not take something. */
    refused,
    forgetRefused: () => setRefused(undefined),
    /** Says something; gives why it was not taken. */
    async say(saying: RunSaying): Promise<string | undefined> {
      setRefused(undefined);
      const command = { ...saying, id: newId() };
      keep([...waiting.current, command]);
      return (await flush()).get(command.id);
    },
  };
}

/** What this person says of a run. */
export type Outbox = ReturnType<typeof useOutbox>;
