import {
  overdueBefore,
  type VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../directory/types';
import type { OwnershipModels } from './OwnershipModels';
import type { OwnershipNotices } from './OwnershipNotices';
import type { OwnershipRecords } from './OwnershipRecords';
import type { ReadinessSource } from './readiness';

export interface OwnershipRecorderOptions {
  models: OwnershipModels;
  directory: Pick<DirectoryStore, 'getState'>;
  records: OwnershipRecords;
  notices: OwnershipNotices;
  periods: VerificationPeriods;
  readiness?: ReadinessSource;
  now?: () => Date;
}

/** What pages that show ownership were made of at the last look. */
interface Shown {
  version: number;
  readiness: Awaited<ReturnType<ReadinessSource['summaries']>> | undefined;
}

/** Keeps how ownership was: changes of owners, and from when to when gaps were there. */
export class OwnershipRecorder {
  readonly #options: OwnershipRecorderOptions;
  #shown: Shown | undefined;

  static create(options: OwnershipRecorderOptions): OwnershipRecorder {
    return new OwnershipRecorder(options);
  }

  private constructor(options: OwnershipRecorderOptions) {
    this.#options = options;
  }

  /** Records what has changed since the last time, and tells of it; gives the number of rows written. */
  async record(): Promise<number> {
    const { models, directory, records, notices, periods, readiness } =
      this.#options;
    const { refreshedAt, version } = await directory.getState();
    const { entities } = await models.latest();
    // A directory that was never filled, or is being made anew, says nothing of what it does not know.
    if (!refreshedAt || entities.size === 0) {
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
    // Teams, members and readiness change what pages show without a change of owner.
    const before = this.#shown;
    const shown = { version, readiness: await readiness?.summaries() };
    this.#shown = shown;
    await notices.recorded(recorded, {
      changed:
        recorded.rowsWritten > 0 ||
        (before !== undefined &&
          (before.version !== shown.version ||
            before.readiness !== shown.readiness)),
    });
    return recorded.rowsWritten;
  }
}
