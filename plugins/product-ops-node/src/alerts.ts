import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/**
 * An alert as another system tells of it.
 *
 * @public
 */
export interface ReceivedAlert {
  /** Stays the same as long as its labels do, at most 128 characters. */
  fingerprint: string;
  /** The name by which runbooks answer it, at most 255 characters. */
  name: string;
  /** At most 64, names up to 200 characters and values up to 2,000. They name the entity, and fill in parameters of runbooks. */
  labels: { [name: string]: string };
  /** At most 64, values up to 8,000 characters. `summary` and `severity` (a label) are shown, as plain text. */
  annotations?: { [name: string]: string };
  /** Since when it fires. With another start it is another alert. */
  startsAt: Date;
  /** Since when it does not fire any more; nothing while it fires. */
  resolvedAt?: Date;
  /** Where the alert is to be seen, `http` or `https`; any other is left out. */
  generatorUrl?: string;
  /** Where the system is to be seen, `http` or `https`; any other is left out. */
  externalUrl?: string;
}

/**
 * What a source makes of a body: its alerts, or why it is none of its own. The problem is told to whoever sent it.
 *
 * @public
 */
export type AlertSourceAnswer =
  | { alerts: readonly ReceivedAlert[] }
  | {
      problem: {
        /** Where it is, such as `alerts[3].startsAt`. */
        at: string;
        /** What is there, in short. */
        got: string;
        expected: string;
      };
    };

/**
 * A system that tells of alerts by a webhook.
 *
 * @example
 *
 * ```ts
 * const pings: AlertSource = {
 *   id: 'pings',
 *   title: 'Pings',
 *   parse: ({ target, since, up }) =>
 *     typeof target === 'string' && typeof since === 'string'
 *       ? {
 *           alerts: [
 *             {
 *               fingerprint: target,
 *               name: 'PingFails',
 *               labels: { component: target },
 *               startsAt: new Date(since),
 *               ...(up === true && { resolvedAt: new Date() }),
 *             },
 *           ],
 *         }
 *       : { problem: { at: 'target', got: typeof target, expected: 'a name' } },
 * };
 * ```
 *
 * @public
 */
export interface AlertSource {
  /**
   * Lower case letters, digits and `-`, beginning with a letter, at most 63; not `alertmanager`, which is built in. It is
   * sent to `POST /api/product-ops/alerts/<id>`, and alerts are kept by it: it must not change.
   */
  id: string;
  /** What people call the system, such as `Grafana`. */
  title: string;
  /**
   * Reads what was sent; at most 1,000 alerts. The body comes from outside: nothing of it is sure. One that throws has
   * refused it; the log says why.
   */
  parse(body: JsonObject): AlertSourceAnswer;
}

/**
 * Somebody who is on call.
 *
 * @public
 */
export interface OnCallPerson {
  /** What people call them, at most 200 characters; not needed with `userRef`. */
  name?: string;
  /** The ref of the user in the catalog. */
  userRef?: string;
  /** Where to reach them, `http` or `https`. */
  link?: string;
  /** Until when. */
  until?: Date;
}

/**
 * Knows who is on call.
 *
 * @example
 *
 * ```ts
 * const rota: OnCallLookup = {
 *   id: 'rota',
 *   async onCall({ entityRefs, signal }) {
 *     const answer = await fetch(`https://rota.example.com/now`, { signal });
 *     const now: { [service: string]: string } = await answer.json();
 *     return new Map(
 *       entityRefs.flatMap(ref => {
 *         const name = now[ref.split('/')[1]];
 *         return name ? [[ref, [{ name }]]] : [];
 *       }),
 *     );
 *   },
 * };
 * ```
 *
 * @public
 */
export interface OnCallLookup {
  /** Lower case letters, digits and `-`, beginning with a letter, at most 63. */
  id: string;
  /**
   * Who is on call for some entities, by their refs, asked while alerts of them fire and people wait: whoever does not
   * answer within three seconds, or rejects, is left out of the page. At most ten people of an entity are shown.
   */
  onCall(request: {
    /** Full refs in lower case, at most 100. */
    entityRefs: readonly string[];
    /** Aborted when nobody waits for the answer any more. */
    signal: AbortSignal;
  }): Promise<ReadonlyMap<string, readonly OnCallPerson[]>>;
}

/**
 * Where other plugins add sources of alerts, and say who is on call.
 *
 * @public
 */
export interface AlertsExtensionPoint {
  /** Adds sources. Ids are unique: one that is taken stops the start of the backend. */
  addSource(...sources: AlertSource[]): void;
  /** Adds who knows who is on call; what several say is shown together. */
  addOnCallLookup(...lookups: OnCallLookup[]): void;
}

/**
 * Where other plugins add sources of alerts and say who is on call, in a module of the plugin `product-ops`.
 *
 * @public
 */
export const alertsExtensionPoint = createExtensionPoint<AlertsExtensionPoint>({
  id: 'product-ops.alerts',
});
