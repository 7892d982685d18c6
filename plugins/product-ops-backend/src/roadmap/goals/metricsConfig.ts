import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { refuse } from '../../config/values';

const PATH = 'productOps.metrics';
const MAX_CONCURRENCY = 32;
const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_TIMEOUT_MS = 120_000;

/** A server that metrics are read from. */
export interface PrometheusServer {
  name: string;
  /** Where its API is, without `/api/v1`. */
  url: URL;
  headers: Record<string, string>;
  timeoutMs: number;
}

/** Where metrics are read from, and how often. */
export interface MetricsConfig {
  servers: ReadonlyMap<string, PrometheusServer>;
  concurrency: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** Reads `productOps.metrics`; what is wrong stops the backend with its name, and never with a secret. */
export function readMetricsConfig(root: Config): MetricsConfig {
  const config = root.getOptionalConfig(PATH);
  const servers = config?.getOptionalConfig('prometheus');
  const concurrency = config?.getOptionalNumber('concurrency') ?? 4;
  if (
    !Number.isInteger(concurrency) ||
    concurrency < 1 ||
    concurrency > MAX_CONCURRENCY
  ) {
    refuse(
      `${PATH}.concurrency`,
      concurrency,
      `a whole number from 1 to ${MAX_CONCURRENCY}`,
    );
  }
  return {
    servers: new Map(
      (servers?.keys() ?? []).map(name => [
        name,
        readServer(name, servers!.getConfig(name)),
      ]),
    ),
    concurrency,
    schedule: {
      ...(config?.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : {
            frequency: { minutes: 5 },
            timeout: { minutes: 10 },
            initialDelay: { seconds: 20 },
          }),
      // Several instances share the values: one of them reads.
      scope: 'global',
    },
  };
}

function readServer(name: string, config: Config): PrometheusServer {
  const path = `${PATH}.prometheus.${name}`;
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return refuse(`${path}.url`, 'another text', 'an http or https address');
  }
  if (url.username || url.password || url.search || url.hash) {
    return refuse(
      `${path}.url`,
      'an address with a user, a query or a fragment',
      'one without; what proves who asks belongs into headers',
    );
  }
  const timeoutMs = config.has('timeout')
    ? durationToMilliseconds(readDurationFromConfig(config, { key: 'timeout' }))
    : DEFAULT_TIMEOUT_MS;
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)) {
    refuse(`${path}.timeout`, timeoutMs, 'a duration of at most two minutes');
  }
  const headers = config.getOptional<Record<string, unknown>>('headers') ?? {};
  for (const [header, value] of Object.entries(headers)) {
    if (
      typeof value !== 'string' ||
      !/^[\w!#$%&'*+.^`|~-]+$/.test(header) ||
      !/^[\t\x20-\x7e]*$/.test(value)
    ) {
      refuse(
        `${path}.headers.${header}`,
        'something else',
        'a text that a header can hold',
      );
    }
  }
  return {
    name,
    url,
    headers: headers as Record<string, string>,
    timeoutMs,
  };
}
