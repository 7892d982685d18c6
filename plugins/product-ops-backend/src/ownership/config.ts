import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_VERIFICATION_PERIODS,
  isIsoDuration,
  type VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import { Duration } from 'luxon';

const LONGEST_YEARS = 100;

/** Reads `productOps.ownership.schedule`: when changes of ownership are recorded. */
export function readOwnershipSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const path = 'productOps.ownership.schedule';
  return {
    ...(config.has(path)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(path),
        )
      : {
          frequency: { seconds: 60 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 10 },
        }),
    // Several instances share the records: one of them writes.
    scope: 'global',
  };
}

/** Reads `productOps.ownership.verification`; a value that is no duration stops the backend with its name. */
export function readVerificationPeriods(config: Config): VerificationPeriods {
  const periods = { ...DEFAULT_VERIFICATION_PERIODS };
  for (const key of Object.keys(periods) as Array<keyof VerificationPeriods>) {
    const path = `productOps.ownership.verification.${key}`;
    const value = config.getOptionalString(path);
    if (value !== undefined) {
      const length = isIsoDuration(value)
        ? Duration.fromISO(value).as('years')
        : NaN;
      if (!(length > 0 && length <= LONGEST_YEARS)) {
        throw new InputError(
          `${path}: got ${JSON.stringify(
            value,
          )}; expected an ISO 8601 duration of at most ${LONGEST_YEARS} years, such as P6M`,
        );
      }
      periods[key] = value;
    }
  }
  return periods;
}
