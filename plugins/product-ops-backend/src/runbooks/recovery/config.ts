import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_DRILL_PERIODS,
  durationMs,
  type DrillPeriods,
} from '@productops/backstage-plugin-product-ops-common';

const PATH = 'productOps.recovery.drillEvery';
const LONGEST_MS = 100 * 365 * 24 * 60 * 60 * 1000;

/**
 * Reads `productOps.recovery.drillEvery`: periods by tier, `none` for a tier that owes no drills. What is no tier or no
 * period stops the backend with its name.
 */
export function readDrillPeriods(config: Config): DrillPeriods {
  const said = config.getOptionalConfig(PATH);
  const periods: Record<string, string> = { ...DEFAULT_DRILL_PERIODS };
  for (const key of said?.keys() ?? []) {
    const tier = /^tier([1-4])$/.exec(key)?.[1];
    if (!tier) {
      throw new InputError(
        `${PATH}: got ${JSON.stringify(key)}; expected tier1 to tier4`,
      );
    }
    const period = said?.getString(key) ?? '';
    const ms = durationMs(period) ?? 0;
    if (period === 'none') {
      delete periods[tier];
    } else if (ms > 0 && ms <= LONGEST_MS) {
      periods[tier] = period;
    } else {
      throw new InputError(
        `${PATH}.${key}: got ${JSON.stringify(
          period,
        )}; expected an ISO 8601 duration of at most 100 years, such as P6M, or none`,
      );
    }
  }
  return periods;
}
