import type { OwnershipModels } from './OwnershipModels';
import type { OwnershipRecords } from './OwnershipRecords';

/** Keeps how ownership was: changes of owners, and from when to when gaps were there. */
export class OwnershipRecorder {
  readonly #models: OwnershipModels;
  readonly #records: OwnershipRecords;
  readonly #now: () => Date;

  static create(options: {
    models: OwnershipModels;
    records: OwnershipRecords;
    now?: () => Date;
  }): OwnershipRecorder {
    return new OwnershipRecorder(options);
  }

  private constructor(options: {
    models: OwnershipModels;
    records: OwnershipRecords;
    now?: () => Date;
  }) {
    this.#models = options.models;
    this.#records = options.records;
    this.#now = options.now ?? (() => new Date());
  }

  /** Records what has changed since the last time, and gives the number of rows written. */
  async record(): Promise<number> {
    const { entities } = await this.#models.latest();
    // Nothing at all is what a directory knows that was never filled, or is being made anew.
    if (entities.size === 0) {
      return 0;
    }
    return this.#records.record(
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
      { at: this.#now() },
    );
  }
}
