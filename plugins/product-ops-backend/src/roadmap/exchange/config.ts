import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const WAIT_AFTER = { days: 7 };

/** How calendar feeds behave. */
export interface FeedSettings {
  enabled: boolean;
  /** How long what a person may read is relied on without that person opening the portal. */
  waitAfterMs: number;
  /** The address of the portal's pages. */
  portal?: string;
}

/** Reads `productOps.roadmap.feeds`. */
export function readFeedSettings(config: RootConfigService): FeedSettings {
  const feeds = config.getOptionalConfig('productOps.roadmap.feeds');
  const portal = config.getOptionalString('app.baseUrl');
  return {
    enabled: feeds?.getOptionalBoolean('enabled') ?? true,
    waitAfterMs: durationToMilliseconds(
      feeds?.has('waitAfter')
        ? readDurationFromConfig(feeds, { key: 'waitAfter' })
        : WAIT_AFTER,
    ),
    ...(portal && { portal }),
  };
}
