import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const SECTION = 'productOps.alerts';
const MINUTE_MS = 60_000;
const MOST_MS = 60 * 24 * 3600_000;

/** How alerts are kept. */
export interface AlertsConfig {
  /** After how long without a word of an alert it counts as ended, in milliseconds. */
  endAfterMs: number;
}

/** Reads `productOps.alerts`; a value out of bounds stops the backend with its name and what was expected. */
export function readAlertsConfig(config: Config): AlertsConfig {
  const section = config.getOptionalConfig(SECTION);
  const endAfterMs = durationToMilliseconds(
    section?.has('endAfter')
      ? readDurationFromConfig(section, { key: 'endAfter' })
      : { days: 3 },
  );
  if (!(endAfterMs >= MINUTE_MS && endAfterMs <= MOST_MS)) {
    throw new InputError(
      `${SECTION}.endAfter: expected a duration from 1 minute to 60 days`,
    );
  }
  return { endAfterMs };
}
