import { InputError } from '@backstage/errors';
import type { ScoreMethod } from '@productops/backstage-plugin-product-ops-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';

const KEY = 'productOps.roadmap.scoring';

/** How items are scored; RICE where nothing is configured. */
export function readScoring(
  config: Pick<RootConfigService, 'getOptionalString'>,
): ScoreMethod {
  const method = config.getOptionalString(KEY) ?? 'rice';
  if (method !== 'rice' && method !== 'wsjf') {
    throw new InputError(`${KEY}: got ${method}; expected rice or wsjf`);
  }
  return method;
}
