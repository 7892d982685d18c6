import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  isOpen,
  itemKeyOf,
  patchFields,
  rankItems,
  rankingChanges,
  SCORE_INPUTS,
  scoreOf,
  snapshotRanking,
  valueEffortMatrix,
  type GetRoadmapRankingQuery,
  type ItemPatch,
  type RoadmapEntry,
  type RoadmapRanking,
  type ScoreMethod,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { RoadmapAccess } from '../RoadmapAccess';
import { inForce, keyOf } from '../roadmapView';
import { precedenceOf, toEntry, type ItemEvent } from '../rows';
import { dayOf, daysAfter } from './planFilter';
import type { KeptItem, RankingStore } from './RankingStore';
import { summaryOf } from './summaryOf';

const MAX_SHOWN = 100;
/** More than a roadmap may have. */
const MAX_RANKED = 100_000;

export interface RankingServiceOptions {
  access: RoadmapAccess;
  store: RankingStore;
  method: ScoreMethod;
  now?: () => Date;
}

/** What comes first on the roadmap of an entity, and what came first before. */
export class RankingService {
  readonly #options: RankingServiceOptions;

  static create(options: RankingServiceOptions): RankingService {
    return new RankingService(options);
  }

  private constructor(options: RankingServiceOptions) {
    this.#options = options;
  }

  /** A page of the open items by their score, and what changed since the end of a day. */
  async get(
    entityRef: string,
    query: GetRoadmapRankingQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RoadmapRanking> {
    const { access, store, method } = this.#options;
    const page = pageOf({ limit: query.limit ?? 100, cursor: query.cursor });
    const now = this.#options.now?.() ?? new Date();
    const today = now.toISOString().slice(0, 10);
    const since = query.since
      ? dayOf('since', query.since)
      : daysAfter(today, -30);
    if (since > today) {
      throw new InputError(`since: got ${since}; expected ${today} or earlier`);
    }
    const ref = await access.entity(entityRef, credentials);
    const moment = new Date(`${daysAfter(since, 1)}T00:00:00Z`);
    const [kept, events] = await Promise.all([
      store.listItems(ref, moment),
      store.listEvents(ref, moment),
    ]);
    const items = inForce(
      kept.map(({ item }) => item).filter(({ archived }) => !archived),
    )
      .filter(({ status }) => isOpen(status))
      .map(item => toEntry(ref, item));
    const matrix = valueEffortMatrix(items, method);
    const { ranked, unscored } = rankItems(items, method);
    const changes = rankingChanges(
      snapshotRanking(
        rankItems(asBefore(ref, kept, { moment, events }), method).ranked,
        moment.toISOString(),
        method,
        MAX_RANKED,
      ),
      snapshotRanking(ranked, now.toISOString(), method, MAX_RANKED),
    );
    // The last one of those with one id stays: the one in force.
    const byKey = new Map(
      [...kept]
        .sort((a, b) =>
          precedenceOf(a.item.source) < precedenceOf(b.item.source) ? 1 : -1,
        )
        .map(({ item }) => toEntry(ref, item))
        .map(entry => [itemKeyOf(entry), summaryOf(entry)]),
    );
    return {
      method,
      inputs: [...SCORE_INPUTS[method]],
      ranked: ranked
        .slice(page.offset, page.offset + page.limit)
        .map(({ item, value, place }, index) => {
          const at = matrix.items[page.offset + index];
          return {
            item: summaryOf(item),
            ...(item.score && { score: scoreOf(item.score, method) }),
            value,
            place,
            matrix: {
              value: at.value,
              effort: at.effort,
              quadrant: at.quadrant,
            },
          };
        }),
      totalRanked: ranked.length,
      ...(matrix.medianValue !== undefined && {
        medianValue: matrix.medianValue,
        medianEffort: matrix.medianEffort,
      }),
      unscored: unscored
        .slice(0, MAX_SHOWN)
        .map(({ item, missing }) => ({ item: summaryOf(item), missing })),
      totalUnscored: unscored.length,
      since,
      changes: changes.slice(0, MAX_SHOWN).flatMap(({ key, ...change }) => {
        const item = byKey.get(key);
        return item ? [{ item, ...change }] : [];
      }),
      totalChanges: changes.length,
      pageInfo: pageInfoOf(page, ranked.length),
    };
  }
}

/** The open items as they were at a moment: what became of them since is taken back, the latest first. */
function asBefore(
  entityRef: string,
  kept: readonly KeptItem[],
  { moment, events }: { moment: Date; events: readonly ItemEvent[] },
): RoadmapEntry[] {
  const eventsOf = new Map<string, ItemEvent[]>();
  for (const event of events) {
    const key = keyOf({ source: event.source, id: event.itemId });
    const ofItem = eventsOf.get(key) ?? [];
    eventsOf.set(key, ofItem);
    ofItem.push(event);
  }
  const before = kept.flatMap(({ item, since }) => {
    if (since && since >= moment) {
      return [];
    }
    let entry = toEntry(entityRef, item);
    for (const event of eventsOf.get(keyOf(item)) ?? []) {
      const { rank, ...fields } = event.before;
      entry = {
        ...withFields(entry, fields),
        ...(rank !== undefined && { rank }),
        ...(event.type === 'archived' && { archived: false }),
        ...(event.type === 'returned' && { archived: true }),
      };
    }
    return [entry];
  });
  return inForce(
    before
      .filter(({ archived, status }) => !archived && isOpen(status))
      .map(entry => ({ ...entry, id: entry.itemId })),
  );
}

/** An item with other fields: one that is taken away is not there, rather than as it was. */
function withFields(entry: RoadmapEntry, patch: ItemPatch): RoadmapEntry {
  const { entityRef, itemId, source, version, rank, archived } = entry;
  return {
    ...patchFields(entry, patch),
    entityRef,
    itemId,
    source,
    version,
    rank,
    archived,
  };
}
