import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { refuse } from '../../config/values';

const SECTION = 'productOps.alerts';
const MINUTE_MS = 60_000;
const MOST_MS = 60 * 24 * 3600_000;
/** More than pages look at: what is refused is never the only thing that a page does not tell. */
const FEWEST_KEPT = 3000;
const MOST_KEPT = 1_000_000;

/** How alerts are kept. */
export interface AlertsConfig {
  /** After how long without a word of an alert it counts as ended, in milliseconds. */
  endAfterMs: number;
  /** How many of a source are kept. */
  keepPerSource: number;
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
  const keepPerSource = section?.getOptionalNumber('keepPerSource') ?? 20_000;
  if (
    !Number.isInteger(keepPerSource) ||
    keepPerSource < FEWEST_KEPT ||
    keepPerSource > MOST_KEPT
  ) {
    refuse(
      `${SECTION}.keepPerSource`,
      keepPerSource,
      `a whole number from ${FEWEST_KEPT} to ${MOST_KEPT}`,
    );
  }
  return { endAfterMs, keepPerSource };
}
