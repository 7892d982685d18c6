import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { refuse } from '../../config/values';

const PATH = 'productOps.runbooks.linkChecks';
const MAX_PER_RUN = 5000;
const MAX_PAUSE_MS = 60_000;
const HOST = /^(?:\*\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?$/;
const ADDRESS = /^\[[0-9a-f:.]{2,45}\](?::\d{1,5})?$/;

/** Which pages that runbooks link to are looked at. */
export interface LinkChecksConfig {
  hosts: LinkHosts;
  /** How many pages are looked at each time. */
  perRun: number;
  /** How long a host is left alone between two requests. */
  pauseMs: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** The hosts that may be asked. */
export class LinkHosts {
  readonly #literal: ReadonlySet<string>;
  readonly #suffixes: readonly string[];

  static create(hosts: readonly string[]): LinkHosts {
    return new LinkHosts(hosts);
  }

  private constructor(hosts: readonly string[]) {
    this.#literal = new Set(hosts.filter(host => !host.startsWith('*.')));
    this.#suffixes = hosts
      .filter(host => host.startsWith('*.'))
      .map(host => host.slice(1));
  }

  /** Whether a host, with its port where it is not the usual one, may be asked. */
  allows(host: string): boolean {
    return (
      this.names(host) ||
      this.#suffixes.some(
        suffix => host.endsWith(suffix) && host.length > suffix.length,
      )
    );
  }

  /** Whether the configuration says the host as it is: then it may also be a private one. */
  names(host: string): boolean {
    return this.#literal.has(host);
  }
}

/** Reads `productOps.runbooks.linkChecks`; what is wrong stops the backend with its name. */
export function readLinkChecks(root: Config): LinkChecksConfig {
  const config = root.getOptionalConfig(PATH);
  const hosts = (config?.getOptionalStringArray('hosts') ?? []).map(
    (host, index) => {
      const name = host.toLocaleLowerCase('en-US');
      return HOST.test(name) || ADDRESS.test(name)
        ? name
        : refuse(
            `${PATH}.hosts[${index}]`,
            host,
            'a host such as wiki.example.com, wiki.example.com:8443 or *.example.com',
          );
    },
  );
  const perRun = config?.getOptionalNumber('perRun') ?? 200;
  if (!Number.isInteger(perRun) || perRun < 1 || perRun > MAX_PER_RUN) {
    refuse(`${PATH}.perRun`, perRun, `a whole number from 1 to ${MAX_PER_RUN}`);
  }
  const pauseMs = config?.has('pause')
    ? durationToMilliseconds(readDurationFromConfig(config, { key: 'pause' }))
    : 1000;
  if (!(pauseMs >= 0 && pauseMs <= MAX_PAUSE_MS)) {
    refuse(`${PATH}.pause`, pauseMs, 'a duration of at most a minute');
  }
  return {
    hosts: LinkHosts.create(hosts),
    perRun,
    pauseMs,
    schedule: {
      ...(config?.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : {
            frequency: { minutes: 15 },
            timeout: { minutes: 15 },
            initialDelay: { minutes: 1 },
          }),
      // Several instances share what is known of pages: one of them asks.
      scope: 'global',
    },
  };
}
