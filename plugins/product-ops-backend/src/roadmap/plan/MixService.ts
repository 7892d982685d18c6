import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_INVESTMENT_CLASSES,
  investmentMix,
  type GetPlanMixQuery,
  type InvestmentMix,
  type MixShare,
  type PlanMix,
  type PlanMixPeriod,
  type PlanShare,
  type PlanShareByClass,
} from '@productops/backstage-plugin-product-ops-common';
import { matchItems, type FacetName } from './matchItems';
import type { PlanAccess } from './PlanAccess';
import { daysAfter } from './planFilter';
import type { PlanModel } from './PlanModel';
import type { PlannedItem } from './planTypes';
import type { PlanViews } from './PlanViews';

type Options = { credentials: BackstageCredentials };
type Length = NonNullable<GetPlanMixQuery['by']>;

const MAX_PERIODS = 36;
const MAX_SHARES = 100;
const MONTHS: Record<Length, number> = { month: 1, quarter: 3, year: 12 };
const CLASS_TITLES = new Map(
  DEFAULT_INVESTMENT_CLASSES.map(({ id, title }) => [id, title]),
);

interface Period {
  start: string;
  end: string;
  label: string;
}

/** What effort goes into. */
export class MixService {
  readonly #options: { access: PlanAccess; views: PlanViews; now?: () => Date };

  static create(options: {
    access: PlanAccess;
    views: PlanViews;
    now?: () => Date;
  }): MixService {
    return new MixService(options);
  }

  private constructor(options: Parameters<typeof MixService.create>[0]) {
    this.#options = options;
  }

  /** The mix of the items that match, of the whole and of each period. */
  async get(query: GetPlanMixQuery, options: Options): Promise<PlanMix> {
    const { by = 'quarter', from, to, ...rest } = query;
    const today = (this.#options.now?.() ?? new Date())
      .toISOString()
      .slice(0, 10);
    const { model, filter } = await this.#options.access.see(
      { ...rest, from, to },
      options,
    );
    // Looked at first: the days around those at the end of the calendar are none.
    const first = inBounds(from ?? startOf(to ?? today, 'quarter', -9));
    const last = inBounds(
      to ?? daysAfter(startOf(later(today, first), 'quarter', 3), -1),
    );
    const periods = periodsOf(first, last, by);
    return model.answer(
      `mix ${JSON.stringify([filter, by, first, last])}`,
      () => {
        const { items } = matchItems(model, {
          ...filter,
          from: undefined,
          to: undefined,
          undated: filter.undated ?? 'include',
        });
        return this.#count(model, items, { first, last, periods });
      },
    );
  }

  #count(
    model: PlanModel,
    items: readonly PlannedItem[],
    {
      first,
      last,
      periods,
    }: { first: string; last: string; periods: Period[] },
  ): PlanMix {
    const { views } = this.#options;
    const mixBy = (
      period: { start: string; end: string },
      of: 'ownerRef' | 'productRef',
    ) =>
      investmentMix(items, {
        period,
        teamOf: ({ entityRef }) => model.entities.get(entityRef)?.[of],
      });
    const period = { start: first, end: last };
    const whole = mixBy(period, 'ownerRef');
    const titleOf = (name: FacetName) => (id: string) =>
      views.titleOf(model, id, name);
    return {
      whole: show({ ...period, label: `${first}/${last}` }, whole),
      teams: byClass(whole, titleOf('team')),
      products: byClass(mixBy(period, 'productRef'), titleOf('product')),
      uncounted: whole.uncounted,
      periods: periods.map(one => show(one, mixBy(one, 'ownerRef'))),
    };
  }
}

function inBounds(day: string): string {
  if (day < '1900' || day >= '3000') {
    throw new InputError(
      `from, to: got ${day}; expected a day between 1900 and 2999`,
    );
  }
  return day;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The first day of the period in which a day is, or of one so many months later. */
function startOf(day: string, by: Length, months = 0): string {
  const [year, month] = day.split('-').map(Number);
  const at = year * 12 + month - 1;
  const start = at - (at % MONTHS[by]) + months;
  const inYear = String(Math.floor(start / 12)).padStart(4, '0');
  return `${inYear}-${String((start % 12) + 1).padStart(2, '0')}-01`;
}

function labelOf(start: string, by: Length): string {
  const [year, month] = start.split('-');
  if (by === 'year') {
    return year;
  }
  return by === 'month'
    ? `${year}-${month}`
    : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function periodsOf(first: string, last: string, by: Length): Period[] {
  const periods: Period[] = [];
  for (
    let start = startOf(first, by);
    start <= last;
    start = startOf(start, by, MONTHS[by])
  ) {
    if (periods.length === MAX_PERIODS) {
      throw new InputError(
        `by: got ${by} from ${first} to ${last}; expected at most ${MAX_PERIODS} periods`,
      );
    }
    const end = daysAfter(startOf(start, by, MONTHS[by]), -1);
    periods.push({
      start: later(start, first),
      end: end < last ? end : last,
      label: labelOf(start, by),
    });
  }
  return periods;
}

function shares(
  all: readonly MixShare[],
  titleOf: (id: string) => string = id => id,
): PlanShare[] {
  return all
    .slice(0, MAX_SHARES)
    .map(share => ({ ...share, title: titleOf(share.id) }));
}

const classTitle = (id: string) => CLASS_TITLES.get(id) ?? id;

function show(period: Period, mix: InvestmentMix): PlanMixPeriod {
  return {
    ...period,
    effort: mix.effort,
    items: mix.items,
    classes: shares(mix.classes, classTitle),
    categories: shares(mix.categories),
    origins: shares(mix.origins),
  };
}

function byClass(
  { teams, teamClasses }: InvestmentMix,
  titleOf: (id: string) => string,
): PlanShareByClass[] {
  const efforts = new Map(teams.map(({ id, effort }) => [id, effort]));
  return teamClasses.slice(0, MAX_SHARES).map(({ team, classes }) => ({
    id: team,
    title: titleOf(team),
    effort: efforts.get(team) ?? 0,
    classes: shares(classes, classTitle),
  }));
}
