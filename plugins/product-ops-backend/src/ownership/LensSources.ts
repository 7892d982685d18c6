import { InputError } from '@backstage/errors';
import type { OwnershipLens } from '@productops/backstage-plugin-product-ops-common';
import type { LensValues } from './lenses';
import type { ReadinessSource, ReadinessSummary } from './readiness';
import type { VerificationStandings } from './VerificationStandings';

const ALWAYS: readonly OwnershipLens[] = [
  'stage',
  'gaps',
  'tier',
  'kind',
  'verification',
];

/** The lenses there are, and what those know that read more than the model. */
export class LensSources {
  readonly #standings: Pick<VerificationStandings, 'current'>;
  readonly #readiness: ReadinessSource | undefined;
  /** Goes with the summaries that it was made from. */
  readonly #ready = new WeakMap<
    ReadonlyMap<string, ReadinessSummary>,
    LensValues
  >();

  static create(options: {
    standings: Pick<VerificationStandings, 'current'>;
    readiness?: ReadinessSource;
  }): LensSources {
    return new LensSources(options);
  }

  private constructor(options: Parameters<typeof LensSources.create>[0]) {
    this.#standings = options.standings;
    this.#readiness = options.readiness;
  }

  /** The lenses that can be asked for. */
  offered(): OwnershipLens[] {
    return [...ALWAYS, ...(this.#readiness ? ['readiness' as const] : [])];
  }

  /** What a lens knows beside the model; nothing for most of them. */
  async valuesOf(lens: OwnershipLens): Promise<LensValues | undefined> {
    if (!this.offered().includes(lens)) {
      throw new InputError(
        `lens: got ${lens}; expected one of ${this.offered().join(', ')}`,
      );
    }
    switch (lens) {
      case 'verification':
        return this.#standings.current();
      case 'readiness':
        return this.#readyOf((await this.#readiness?.summaries()) ?? new Map());
      default:
        return undefined;
    }
  }

  #readyOf(summaries: ReadonlyMap<string, ReadinessSummary>): LensValues {
    const known = this.#ready.get(summaries);
    if (known) {
      return known;
    }
    const values = new Map(
      [...summaries].map(([ref, summary]) => [ref, readinessOf(summary)]),
    );
    this.#ready.set(summaries, values);
    return values;
  }
}

/** One failed check weighs more than any that nobody has answered. */
function readinessOf({ passed, failed, open }: ReadinessSummary): string {
  if (failed > 0) {
    return 'failed';
  }
  if (open > 0) {
    return 'open';
  }
  return passed > 0 ? 'passed' : 'none';
}
