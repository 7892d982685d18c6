import { useEffect } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import {
  PRODUCT_OPS_SIGNALS_CHANNEL,
  type ProductOpsSignal,
} from '@productops/backstage-plugin-product-ops-common';
import type { QueryClient } from '@tanstack/react-query';
import { askAgain, keysOf } from './rooms';

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
      keysOf(room).forEach(key => old.add(key));
      timer ??= setTimeout(() => {
        timer = undefined;
        askAgain(client, old);
        old.clear();
      }, WAIT_MS + Math.random() * SPREAD_MS);
    },
  );
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
