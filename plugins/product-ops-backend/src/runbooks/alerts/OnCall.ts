import type { LoggerService } from '@backstage/backend-plugin-api';
import { readEntityRef } from '@productops/backstage-plugin-product-ops-common';
import type {
  OnCallLookup,
  OnCallPerson,
} from '@productops/backstage-plugin-product-ops-node';
import { withinTime } from '../../messages/withinTime';
import { webUrl } from '../../roadmap/sources/checkedItems';

const SECONDS = 3;
const MOST_ENTITIES = 100;
const MOST_PEOPLE = 10;
const LONGEST_NAME = 200;

/** Somebody who is on call, checked. */
export interface CheckedOnCall {
  name?: string;
  userRef?: string;
  url?: string;
  until?: string;
}

/** Who is on call, of all who know; who answers late or wrongly is left out, and the log says why. */
export class OnCall {
  readonly #lookups: readonly OnCallLookup[];
  readonly #logger: LoggerService;

  static create(options: {
    lookups: readonly OnCallLookup[];
    logger: LoggerService;
  }): OnCall {
    return new OnCall(options.lookups, options.logger);
  }

  private constructor(lookups: readonly OnCallLookup[], logger: LoggerService) {
    this.#lookups = lookups;
    this.#logger = logger;
  }

  /** Those who are on call for some entities, by ref; each of them is asked for once. */
  async of(refs: Iterable<string>): Promise<Map<string, CheckedOnCall[]>> {
    const entityRefs = [...new Set(refs)].slice(0, MOST_ENTITIES);
    const found = new Map<string, CheckedOnCall[]>();
    if (entityRefs.length === 0) {
      return found;
    }
    const answers = await Promise.all(
      this.#lookups.map(lookup => this.#ask(lookup, entityRefs)),
    );
    for (const ref of entityRefs) {
      const people = answers
        .flatMap(answer => answer.get(ref) ?? [])
        .slice(0, MOST_PEOPLE);
      if (people.length > 0) {
        found.set(ref, people);
      }
    }
    return found;
  }

  async #ask(
    lookup: OnCallLookup,
    entityRefs: readonly string[],
  ): Promise<Map<string, CheckedOnCall[]>> {
    const over = new AbortController();
    try {
      const answer = await withinTime(
        Promise.resolve(lookup.onCall({ entityRefs, signal: over.signal })),
        { seconds: SECONDS },
      );
      return new Map(
        entityRefs.map(ref => [
          ref,
          [...(answer.get(ref) ?? [])].slice(0, MOST_PEOPLE).flatMap(checked),
        ]),
      );
    } catch (error) {
      this.#logger.warn(`${lookup.id} did not say who is on call`, {
        error: String(error),
      });
      return new Map();
    } finally {
      over.abort();
    }
  }
}

function checked(person: OnCallPerson): CheckedOnCall[] {
  const { name, userRef, link, until } = person;
  const user =
    typeof userRef === 'string' && userRef.length <= 255
      ? readEntityRef(userRef, { defaultKind: 'user' })
      : undefined;
  const called =
    typeof name === 'string' ? name.trim().slice(0, LONGEST_NAME) : '';
  if (!user && !called) {
    return [];
  }
  const url = typeof link === 'string' ? webUrl(link) : undefined;
  const time = until instanceof Date ? until.getTime() : NaN;
  return [
    {
      ...(called && { name: called }),
      ...(user && { userRef: user }),
      ...(url && { url }),
      ...(!Number.isNaN(time) && { until: new Date(time).toISOString() }),
    },
  ];
}
