import {
  NO_STAGE_TITLE,
  stageEntryOf,
  stageOf,
  type GetStageBoardQuery,
  type ProductMilestones,
  type StageBoard,
  type StageChangeRecord,
  type StageColumn,
  type TransitionRecord,
} from '@productops/backstage-plugin-product-ops-common';
import { refOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { linkIn } from '../../ownership/links';
import type { Visibility } from '../../permissions/types';
import type { LifecycleRules } from '../config';
import type { StageHistory } from '../history/StageHistory';
import type { LifecyclePeople, View } from '../people';
import type { TransitionStore } from '../transitions/TransitionStore';
import type { BoardFilter, BoardRow, BoardStore } from './BoardStore';

const DAY_MS = 24 * 60 * 60 * 1000;
const NONE = 'none';
const MAX_COLUMNS = 101;

export interface BoardServiceOptions {
  people: LifecyclePeople;
  directory: DirectoryStore;
  visibility: Visibility;
  store: BoardStore;
  history: StageHistory;
  transitions: TransitionStore;
  rules: LifecycleRules;
  now?: () => Date;
}

/** The stages as columns, with what has been in each longest. */
export class BoardService {
  readonly #options: BoardServiceOptions;

  static create(options: BoardServiceOptions): BoardService {
    return new BoardService(options);
  }

  private constructor(options: BoardServiceOptions) {
    this.#options = options;
  }

  /** The board of what a caller may read: what that one may not is not counted. */
  async get(
    query: GetStageBoardQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<StageBoard> {
    const { people, directory, visibility, store, history, transitions } =
      this.#options;
    const [view, visible] = await Promise.all([
      people.view(credentials),
      visibility.visibleFilter(credentials),
    ]);
    const filter = filterOf(query, view, visible);
    const [counts, rows] = await Promise.all([
      store.counts(filter),
      store.first(filter, query.perColumn ?? 10),
    ]);
    const refs = rows.map(({ ref }) => ref);
    const [last, open, entities] = await Promise.all([
      history.lastOf(refs),
      transitions.openOf(refs),
      directory.getEntities(refs),
    ]);
    const columns = this.#columnsOf(query, counts).map(
      (value): StageColumn => ({
        value,
        stage:
          value === NONE
            ? { title: NO_STAGE_TITLE, known: false }
            : stageOf(value, this.#options.rules.stages),
        totalItems: counts.get(value) ?? 0,
        items: rows
          .filter(({ stage }) => stage === value)
          .map(row =>
            this.#item(row, view, {
              last: last.get(row.ref),
              transition: open.get(row.ref),
              milestones: entities.get(row.ref)?.facts.milestones,
            }),
          ),
      }),
    );
    return {
      columns,
      totalItems: [...counts.values()].reduce((sum, count) => sum + count, 0),
    };
  }

  /** Configured stages first, then what is declared else, then nothing; an empty column only of the configured ones. */
  #columnsOf(
    { stage: wanted }: GetStageBoardQuery,
    counts: ReadonlyMap<string, number>,
  ): string[] {
    const known = this.#options.rules.stages.map(({ id }) => id);
    const others = [...counts.keys()].filter(
      value => value !== NONE && !known.includes(value),
    );
    return [...known, ...others.sort(), ...(counts.has(NONE) ? [NONE] : [])]
      .filter(value => !wanted?.length || wanted.includes(value))
      .slice(0, MAX_COLUMNS);
  }

  #item(
    { ref, stage, ownerRef, tier, readiness, ...row }: BoardRow,
    { mine }: View,
    found: {
      last?: StageChangeRecord;
      transition?: TransitionRecord;
      milestones?: ProductMilestones;
    },
  ): StageColumn['items'][number] {
    const { rules, now } = this.#options;
    const { last, transition } = found;
    const drift = last?.origin === 'drift';
    // What has just moved is in the history before its checks are answered.
    const { since, atLeast } = stageEntryOf(stage, last, found.milestones) ?? {
      since: row.since,
    };
    const moment = now?.() ?? new Date();
    return {
      entity: linkIn(mine, ref),
      ...(ownerRef && { owner: linkIn(mine, ownerRef) }),
      ...(tier && { tier }),
      ...(since && {
        since,
        days: Math.max(
          0,
          Math.floor((moment.getTime() - Date.parse(since)) / DAY_MS),
        ),
      }),
      ...(atLeast && { atLeast }),
      ...(readiness && { readiness }),
      ...(drift && { drift }),
      ...(transition && {
        transition: {
          id: transition.id,
          state: transition.state,
          to: stageOf(transition.to, rules.stages),
        },
      }),
    };
  }
}

function filterOf(
  query: GetStageBoardQuery,
  { mine }: View,
  visible: BoardFilter['visible'],
): BoardFilter {
  const { kind, owner, product, stage, tier, type, q } = query;
  const owners =
    owner &&
    new Set(
      owner.flatMap(one => {
        if (one === NONE) {
          return [NONE];
        }
        const ref = refOf(one);
        return query.withSubteams === false
          ? [ref]
          : [...mine.withDescendants(ref)];
      }),
    );
  return {
    visible,
    kinds: (kind?.length ? kind : ['product']).map(one =>
      one.toLocaleLowerCase('en-US'),
    ),
    ...(owners?.size && { owners: [...owners] }),
    ...(product && { product: refOf(product, 'product') }),
    ...(stage && { stages: stage }),
    ...(tier && { tiers: tier }),
    ...(type && { types: type }),
    ...(q && { q }),
  };
}
