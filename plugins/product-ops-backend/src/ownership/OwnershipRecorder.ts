import {
  overdueBefore,
  type VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import type { OwnershipModels } from './OwnershipModels';
import type { OwnershipNotices } from './OwnershipNotices';
import type { OwnershipRecords } from './OwnershipRecords';

export interface OwnershipRecorderOptions {
  models: OwnershipModels;
  records: OwnershipRecords;
  notices: OwnershipNotices;
  periods: VerificationPeriods;
  now?: () => Date;
}

/** Keeps how ownership was: changes of owners, and from when to when gaps were there. */
export class OwnershipRecorder {
  readonly #options: OwnershipRecorderOptions;

  static create(options: OwnershipRecorderOptions): OwnershipRecorder {
    return new OwnershipRecorder(options);
  }

  private constructor(options: OwnershipRecorderOptions) {
    this.#options = options;
  }

  /** Records what has changed since the last time, and tells of it; gives the number of rows written. */
  async record(): Promise<number> {
    const { models, records, notices, periods } = this.#options;
    const { entities } = await models.latest();
    // Nothing at all is what a directory knows that was never filled, or is being made anew.
    if (entities.size === 0) {
      return 0;
    }
    const at = this.#options.now?.() ?? new Date();
    const recorded = await records.record(
      {
        owners: new Map(
          [...entities.values()].map(({ ref, ownerRef, tier }) => [
            ref,
            { owner: ownerRef, tier },
          ]),
        ),
        gaps: new Map(
          [...entities.values()]
            .filter(({ gaps }) => gaps.length > 0)
            .map(({ ref, gaps }) => [ref, gaps]),
        ),
      },
      {
        at,
        overdueBefore: overdueBefore(at.toISOString().slice(0, 10), periods),
      },
    );
    await notices.recorded(recorded);
    return recorded.rowsWritten;
  }
}
