import { DateTime } from 'luxon';
import { distance } from './moments';

const now = DateTime.fromISO('2026-11-22T14:30:00');

describe('How far away something is', () => {
  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-25', 'in 3 days'],
    ['2026-11-10', '12 days ago'],
    ['2027-02-01', 'in 2 months'],
    ['2024-05-01', '2 years ago'],
  ])('is said of the date %s in whole days: %s', (date, words) => {
    expect(distance(date, now)).toBe(words);
  });

  it('is said of a moment to the hour', () => {
    expect(distance('2026-11-22T00:30:00', now)).toBe('14 hours ago');
  });

  it('is not said of what is no date', () => {
    expect(distance('soon', now)).toBeUndefined();
  });
});
