import limiterFactory from 'p-limit';
import { setTimeout } from 'node:timers/promises';
import type { LiveUpdates } from '../../messages/types';
import type { LinkChecker } from './LinkChecker';
import type { LinkChecksConfig } from './linkChecksConfig';
import type { LinkCheckStore, LinkToCheck } from './LinkCheckStore';

const HOSTS_AT_ONCE = 4;
/** A host that does not answer so often in a row is left alone until the next time. */
const FAILURES_OF_A_HOST = 3;

export interface LinkCheckTaskOptions {
  config: LinkChecksConfig;
  checks: LinkCheckStore;
  checker: LinkChecker;
  live: LiveUpdates;
  now?: () => Date;
}

/** Looks at the pages that runbooks link to: a bounded number each time, and of a host one after the other. */
export class LinkCheckTask {
  readonly #options: LinkCheckTaskOptions;

  static create(options: LinkCheckTaskOptions): LinkCheckTask {
    return new LinkCheckTask(options);
  }

  private constructor(options: LinkCheckTaskOptions) {
    this.#options = options;
  }

  /** Gives how many pages were looked at, and how many of them have died or come back. */
  async run(
    options: { signal?: AbortSignal } = {},
  ): Promise<{ checked: number; changed: number }> {
    const { config, checks, live } = this.#options;
    const hosts = await checks.hosts(config.hosts);
    if (hosts.length === 0) {
      return { checked: 0, changed: 0 };
    }
    const due = await checks.due(hosts, {
      now: this.#now(),
      limit: config.perRun,
    });
    const byHost = new Map<string, LinkToCheck[]>();
    for (const link of due) {
      const ofHost = byHost.get(link.host) ?? [];
      byHost.set(link.host, ofHost);
      ofHost.push(link);
    }
    const limit = limiterFactory(HOSTS_AT_ONCE);
    const done = await Promise.all(
      [...byHost.values()].map(links =>
        limit(() => this.#checkHost(links, options.signal)),
      ),
    );
    const sum = (of: 'checked' | 'changed') =>
      done.reduce((total, one) => total + one[of], 0);
    if (sum('changed') > 0) {
      await live.changed({ room: 'runbooks' });
    }
    return { checked: sum('checked'), changed: sum('changed') };
  }

  async #checkHost(links: readonly LinkToCheck[], signal?: AbortSignal) {
    const { config, checks, checker } = this.#options;
    const done = { checked: 0, changed: 0 };
    let failures = 0;
    for (const link of links) {
      if (signal?.aborted || failures >= FAILURES_OF_A_HOST) {
        break;
      }
      if (done.checked > 0) {
        await setTimeout(config.pauseMs, undefined, { ref: false });
      }
      const outcome = await checker.check(link.url, { signal });
      if (signal?.aborted) {
        break;
      }
      failures = outcome.state === 'failed' ? failures + 1 : 0;
      const changed = await checks.record(link, outcome, { now: this.#now() });
      done.checked += 1;
      done.changed += changed ? 1 : 0;
    }
    return done;
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
