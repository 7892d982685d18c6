import type { GetPlanMixQuery } from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';
import { addDays, addMonths, quarterOf, todayInUtc } from './timeline/days';

export const PERIODS = ['quarter', 'half', 'year'] as const;
export type Period = (typeof PERIODS)[number];

type PeriodQuery = Pick<GetPlanMixQuery, 'from' | 'to' | 'by'>;

/** The first and the last day of the period that a day is in, and into what it is divided. */
export function periodOfDay(period: Period, day: string): PeriodQuery {
  const year = day.slice(0, 4);
  switch (period) {
    case 'quarter': {
      const from = quarterOf(day);
      return { from, to: addDays(addMonths(from, 3), -1), by: 'month' };
    }
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31`, by: 'quarter' };
    default:
      return day.slice(5) < '07-01'
        ? { from: `${year}-01-01`, to: `${year}-06-30`, by: 'quarter' }
        : { from: `${year}-07-01`, to: `${year}-12-31`, by: 'quarter' };
  }
}

/** The period of the investment mix that the address asks for. */
export function useMixPeriod(): { period: Period; query: PeriodQuery } {
  const url = useUrlState();
  const period = PERIODS.find(one => one === url.get('period')) ?? 'half';
  return { period, query: periodOfDay(period, todayInUtc()) };
}
