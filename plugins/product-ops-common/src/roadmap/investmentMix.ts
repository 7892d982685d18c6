import { readDay, spanOf } from './days';
import type { RoadmapEntry } from './items';

/**
 * What of an item an investment mix looks at.
 *
 * @public
 */
export type InvestedItem = Pick<
  RoadmapEntry,
  | 'entityRef'
  | 'itemId'
  | 'status'
  | 'start'
  | 'end'
  | 'category'
  | 'score'
  | 'origin'
  | 'source'
>;

/**
 * A class of categories, such as what is new.
 *
 * @public
 */
export interface InvestmentClass {
  id: string;
  title: string;
  categories: readonly string[];
}

/**
 * New things against keeping what there is running, and bringing it to its end.
 *
 * @public
 */
export const DEFAULT_INVESTMENT_CLASSES: readonly InvestmentClass[] = [
  { id: 'new', title: 'New', categories: ['feature', 'improvement'] },
  {
    id: 'running',
    title: 'Keeping it running',
    categories: [
      'maintenance',
      'reliability',
      'security',
      'compliance',
      'sunset',
    ],
  },
];

/**
 * Where an item came from: somebody's idea, a file, feedback of users, operations (a run, a drill, a check, an
 * incident), or another source.
 *
 * @public
 */
export type OriginClass = 'idea' | 'file' | 'feedback' | 'operations' | 'other';

const OPERATIONS = [
  'run',
  'runbook',
  'drill',
  'check',
  'incident',
  'alert',
  'operations',
];

/**
 * Where an item came from, by what its `origin` begins with (`feedback:17`, `drill:9`), else by its source.
 *
 * @public
 */
export function originClassOf(
  item: Pick<InvestedItem, 'origin' | 'source'>,
): OriginClass {
  const kind = /^[a-z]+(?=[:/#-]|$)/i
    .exec(item.origin ?? '')?.[0]
    .toLowerCase();
  if (kind === 'feedback') {
    return 'feedback';
  }
  if (kind && OPERATIONS.includes(kind)) {
    return 'operations';
  }
  if (item.source === 'recorded') {
    return 'idea';
  }
  return item.source === 'declared' ? 'file' : 'other';
}

/**
 * A part of the effort.
 *
 * @public
 */
export interface MixShare {
  /** The category, class, team or origin; `none` where items have none. */
  id: string;
  /** In the unit in which efforts are entered. */
  effort: number;
  /** 0 to 1. */
  share: number;
  items: number;
}

/**
 * Why an item is in no share.
 *
 * @public
 */
export type Uncounted =
  | 'no-dates'
  | 'no-effort'
  | 'dropped'
  | 'deferred'
  | 'outside';

/**
 * What effort goes into in a period. Shares of each list add up to 1, where there is any effort.
 *
 * @public
 */
export interface InvestmentMix {
  effort: number;
  /** Items that are counted. */
  items: number;
  categories: MixShare[];
  /** By class; `other` are categories of none. */
  classes: MixShare[];
  teams: MixShare[];
  origins: MixShare[];
  /** By team, then by class. */
  teamClasses: Array<{ team: string; classes: MixShare[] }>;
  /** Items that are in no share, by the first reason that holds. */
  uncounted: Record<Uncounted, number>;
}

/**
 * How a mix is counted.
 *
 * @public
 */
export interface InvestmentOptions<T extends InvestedItem = InvestedItem> {
  /** The first and the last day, `YYYY-MM-DD`. */
  period: { start: string; end: string };
  /** The classes; {@link DEFAULT_INVESTMENT_CLASSES} when absent. */
  classes?: readonly InvestmentClass[];
  /** The team of an item, such as the owner of its entity; `none` where it gives nothing. */
  teamOf?: (item: T) => string | undefined;
}

/** The effort of an item: of RICE, else the job size of WSJF. */
function effortOf({ score }: InvestedItem): number | undefined {
  const effort = score?.effort ?? score?.jobSize;
  return effort !== undefined && Number.isFinite(effort) && effort > 0
    ? effort
    : undefined;
}

class Shares {
  readonly #shares = new Map<string, { effort: number; items: number }>();

  add(id: string, effort: number) {
    const share = this.#shares.get(id) ?? { effort: 0, items: 0 };
    share.effort += effort;
    share.items += 1;
    this.#shares.set(id, share);
  }

  list(): MixShare[] {
    const all = [...this.#shares];
    const total = all.reduce((sum, [, { effort }]) => sum + effort, 0);
    return all
      .map(([id, share]) => ({
        id,
        ...share,
        share: total > 0 ? share.effort / total : 0,
      }))
      .sort((a, b) => b.effort - a.effort || (a.id < b.id ? -1 : 1));
  }
}

/**
 * What effort goes into in a period: that of each item is spread evenly over its days, and those within the period
 * count. No item is left out unsaid: what cannot be counted is in `uncounted`.
 *
 * @public
 */
export function investmentMix<T extends InvestedItem>(
  items: readonly T[],
  options: InvestmentOptions<T>,
): InvestmentMix {
  const { period, classes = DEFAULT_INVESTMENT_CLASSES, teamOf } = options;
  const from = readDay(period.start) ?? Infinity;
  const to = readDay(period.end) ?? -Infinity;
  const classOf = new Map(
    [...classes]
      .reverse()
      .flatMap(({ id, categories }) =>
        categories.map((category): [string, string] => [category, id]),
      ),
  );
  const byCategory = new Shares();
  const byClass = new Shares();
  const byTeam = new Shares();
  const byOrigin = new Shares();
  const byTeamClass = new Map<string, Shares>();
  const uncounted: Record<Uncounted, number> = {
    'no-dates': 0,
    'no-effort': 0,
    dropped: 0,
    deferred: 0,
    outside: 0,
  };
  let total = 0;
  let counted = 0;
  for (const item of items) {
    const span = spanOf(item);
    const effort = effortOf(item);
    const days = span
      ? Math.min(span.last, to) - Math.max(span.first, from) + 1
      : 0;
    if (item.status === 'dropped' || item.status === 'deferred') {
      uncounted[item.status] += 1;
    } else if (!span) {
      uncounted['no-dates'] += 1;
    } else if (!(days > 0)) {
      uncounted.outside += 1;
    } else if (effort === undefined) {
      uncounted['no-effort'] += 1;
    } else {
      const spent = (effort * days) / (span.last - span.first + 1);
      const category = item.category ?? 'none';
      const ofClass = item.category
        ? classOf.get(item.category) ?? 'other'
        : 'none';
      const team = teamOf?.(item) ?? 'none';
      const teamClasses = byTeamClass.get(team) ?? new Shares();
      byTeamClass.set(team, teamClasses);
      byCategory.add(category, spent);
      byClass.add(ofClass, spent);
      byTeam.add(team, spent);
      byOrigin.add(originClassOf(item), spent);
      teamClasses.add(ofClass, spent);
      total += spent;
      counted += 1;
    }
  }
  const teams = byTeam.list();
  return {
    effort: total,
    items: counted,
    categories: byCategory.list(),
    classes: byClass.list(),
    teams,
    origins: byOrigin.list(),
    teamClasses: teams.map(({ id }) => ({
      team: id,
      classes: byTeamClass.get(id)!.list(),
    })),
    uncounted,
  };
}
