import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

const SECTION = 'productOps.roadmap.sources';

/** How items are read from other systems. */
export interface SourcesConfig {
  /** When one of all instances looks for what is due. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How often an entity is asked for, in milliseconds. */
  refreshEveryMs: number;
  /** How long one entity may take, in milliseconds. */
  timeoutMs: number;
  /** How many entities are read at the same time. */
  concurrency: number;
  /** The most items of one entity from one source. */
  maxItems: number;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

/** Reads `productOps.roadmap.sources`; a value out of bounds stops the backend with its name and what was expected. */
export function readSourcesConfig(config: Config): SourcesConfig {
  const section = config.getOptionalConfig(SECTION);
  const count = (key: string, fallback: number, max: number) => {
    const value = section?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < 1 || value > max) {
      throw new InputError(
        `${SECTION}.${key}: got ${value}; expected a whole number from 1 to ${max}`,
      );
    }
    return value;
  };
  const duration = (key: string, fallback: HumanDuration) => {
    const value = durationToMilliseconds(
      section?.has(key) ? readDurationFromConfig(section, { key }) : fallback,
    );
    if (value < 1000) {
      throw new InputError(`${SECTION}.${key}: expected a second or more`);
    }
    return value;
  };
  return {
    schedule: {
      ...(section?.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            section.getConfig('schedule'),
          )
        : DEFAULT_SCHEDULE),
      // Several instances share what is read: one of them reads it.
      scope: 'global',
    },
    refreshEveryMs: duration('refreshEvery', { minutes: 15 }),
    timeoutMs: duration('timeout', { minutes: 2 }),
    concurrency: count('concurrency', 4, 64),
    maxItems: 2000,
  };
}
