import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityFacts } from '@productops/backstage-plugin-product-ops-common';
import type { Visibility } from '../../permissions/types';
import type { AlertMatcher } from './AlertMatcher';
import type { AlertStore } from './AlertStore';

/** As many as lists look at. */
const MOST = 2000;

export interface FiringOnOptions {
  alerts: Pick<AlertStore, 'firing'>;
  matcher: AlertMatcher;
  visibility: Visibility;
  endAfterMs: number;
}

/** The alerts that fire on one entity, for what needs attention there. */
export class FiringOn {
  readonly #options: FiringOnOptions;

  static create(options: FiringOnOptions): FiringOn {
    return new FiringOn(options);
  }

  private constructor(options: FiringOnOptions) {
    this.#options = options;
  }

  /** Those of an entity that the caller may read, with the runbook that answers each as the caller may know it. */
  async of(
    entityRef: string,
    options: { credentials: BackstageCredentials; now: Date },
  ): Promise<NonNullable<EntityFacts['alerts']>> {
    const { alerts, matcher, visibility, endAfterMs } = this.#options;
    const firing = await alerts.firing({
      heardSince: new Date(options.now.getTime() - endAfterMs),
      limit: MOST,
    });
    if (firing.length === 0) {
      return [];
    }
    const visible = await visibility.visibleFilter(options.credentials);
    const refs = new Set(typeof visible === 'string' ? [] : visible);
    const matched = await matcher.match(firing.slice(0, MOST), {
      readable: ref => visible === 'all' || refs.has(ref),
      unmatched: false,
      today: options.now.toISOString().slice(0, 10),
    });
    return matched
      .filter(({ entity }) => entity?.ref === entityRef)
      .map(({ alert, chosen }) => {
        const summary =
          alert.annotations.summary || alert.annotations.description;
        return {
          id: alert.id,
          name: alert.name,
          labels: alert.labels,
          ...(summary && { summary }),
          startsAt: alert.startsAt.toISOString(),
          ...(chosen && { runbook: chosen.candidate.found.runbook.title }),
        };
      });
  }
}
