import { useEffect } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import {
  PRODUCT_OPS_SIGNALS_CHANNEL,
  type ProductOpsRoom,
  type ProductOpsSignal,
} from '@productops/backstage-plugin-product-ops-common';
import type { QueryClient } from '@tanstack/react-query';

/** With what the keys of the data begin that a change of a room makes old. */
const KEYS: Record<ProductOpsRoom, readonly string[]> = {
  ownership: ['ownership'],
  lifecycle: ['lifecycle', 'overview', 'products'],
  roadmap: ['roadmap', 'overview', 'products'],
  runbooks: ['runbooks', 'runbook', 'overview', 'products'],
};

/** Changes come in bursts, and all browsers hear of one at once: they wait for more, and not equally long. */
const WAIT_MS = 300;
const SPREAD_MS = 700;

interface Listening {
  surfaces: number;
  stop(): void;
}

// Pages and cards of one portal share their data: it is asked for again once, however many are on the screen.
const listening = new WeakMap<QueryClient, Listening>();

/** Asks again for what is shown when the backend says that it has changed; a portal without signals stays as it is. */
export function useLiveUpdates(client: QueryClient): void {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!signals) {
      return undefined;
    }
    const known = listening.get(client) ?? {
      surfaces: 0,
      stop: listen(client, signals),
    };
    listening.set(client, known);
    known.surfaces += 1;
    return () => {
      known.surfaces -= 1;
      if (known.surfaces === 0) {
        listening.delete(client);
        known.stop();
      }
    };
  }, [client, signals]);
}

// The hook of the signals keeps the last one only: of two rooms at once it would tell of one.
function listen(client: QueryClient, signals: SignalApi): () => void {
  const old = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { unsubscribe } = signals.subscribe<ProductOpsSignal>(
    PRODUCT_OPS_SIGNALS_CHANNEL,
    ({ room }) => {
      // A backend may be newer than the page, and know of more.
      const keys = Object.hasOwn(KEYS, room) ? KEYS[room] : [];
      keys.forEach(key => old.add(key));
      timer ??= setTimeout(() => {
        timer = undefined;
        old.forEach(key => client.invalidateQueries({ queryKey: [key] }));
        old.clear();
      }, WAIT_MS + Math.random() * SPREAD_MS);
    },
  );
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
