import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';

/** The configuration of the directory. */
export interface DirectoryConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** The time between two refreshes; an hour when the schedule is a cron expression or manual. */
  periodMs: number;
  /** Entities read from the catalog with one request. */
  pageSize: number;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 30 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 3 },
  scope: 'global',
};

/** Reads `productOps.directory`. */
export function readDirectoryConfig(
  config: RootConfigService,
): DirectoryConfig {
  const schedule: SchedulerServiceTaskScheduleDefinition = config.has(
    'productOps.directory.schedule',
  )
    ? {
        ...readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('productOps.directory.schedule'),
        ),
        // Several instances share one directory: one of them refreshes it.
        scope: 'global',
      }
    : DEFAULT_SCHEDULE;
  const pageSize =
    config.getOptionalNumber('productOps.directory.pageSize') ?? 2000;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 10_000) {
    throw new InputError(
      `productOps.directory.pageSize: got ${pageSize}; expected a whole number from 1 to 10000`,
    );
  }
  return { schedule, periodMs: periodOf(schedule), pageSize };
}

function periodOf({
  frequency,
}: SchedulerServiceTaskScheduleDefinition): number {
  if (Duration.isDuration(frequency)) {
    return frequency.toMillis();
  }
  if ('cron' in frequency || 'trigger' in frequency) {
    return 60 * 60 * 1000;
  }
  return durationToMilliseconds(frequency as HumanDuration);
}
