// A rank is a number of any precision written so that texts sort as the numbers do. Its first letter says how many
// digits of the whole part follow: n to z for 1 to 13 of a number from 0, m down to a for 1 to 13 of one below 0; what
// comes after is the fraction. Only digits and small letters are used, which every database sorts alike.
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
const FIRST = 'n0';
const MAX_SPREAD = 1_000_000;

/**
 * The most characters of a rank. It takes about a thousand moves to the very same gap to come there.
 *
 * @public
 */
export const MAX_RANK_LENGTH = 200;

function wholeLength(head: string): number {
  const place = head.charCodeAt(0) - 97;
  return 1 + (place >= 13 ? place - 12 : 13 - place);
}

const wholeOf = (rank: string) => rank.slice(0, wholeLength(rank));
const fractionOf = (rank: string) => rank.slice(wholeLength(rank));

/** The next whole number up (`step` 1) or down (-1), or nothing beyond the ends. */
function neighbour(whole: string, step: 1 | -1): string | undefined {
  const digits = [...whole.slice(1)];
  for (let place = digits.length - 1; place >= 0; place -= 1) {
    const digit = DIGITS.indexOf(digits[place]) + step;
    if (digit >= 0 && digit < BASE) {
      digits[place] = DIGITS[digit];
      return whole[0] + digits.join('');
    }
    digits[place] = step > 0 ? DIGITS[0] : DIGITS[BASE - 1];
  }
  const head = String.fromCharCode(whole.charCodeAt(0) + step);
  return head < 'a' || head > 'z'
    ? undefined
    : head + digits[0].repeat(wholeLength(head) - 1);
}

/** A fraction between two, where nothing stands for 0 below and for 1 above. */
function middle(low: string, high: string | undefined): string {
  let shared = 0;
  while (
    high !== undefined &&
    shared < high.length &&
    (low[shared] ?? DIGITS[0]) === high[shared]
  ) {
    shared += 1;
  }
  if (high !== undefined && shared > 0) {
    return (
      high.slice(0, shared) + middle(low.slice(shared), high.slice(shared))
    );
  }
  const from = low ? DIGITS.indexOf(low[0]) : 0;
  const to = high === undefined ? BASE : DIGITS.indexOf(high[0]);
  if (to - from > 1) {
    return DIGITS[Math.round((from + to) / 2)];
  }
  return high !== undefined && high.length > 1
    ? high[0]
    : DIGITS[from] + middle(low.slice(1), undefined);
}

/**
 * Whether a text is a rank.
 *
 * @public
 */
export function isRank(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    text.length <= MAX_RANK_LENGTH &&
    /^[a-z][0-9a-z]+$/.test(text) &&
    text.length >= wholeLength(text) &&
    !fractionOf(text).endsWith(DIGITS[0])
  );
}

/**
 * A rank between two others, so that moving one item writes one row: fractional indexing, after D. Greenspan's
 * "Implementing Fractional Indexing".
 *
 * @param after - the rank of the item above; nothing at the top
 * @param before - the rank of the item below; nothing at the bottom
 * @returns nothing when one is no rank, they are not in order, or there is no room: then ranks must be spread anew, see
 *   {@link spreadRanks}
 *
 * @public
 */
export function rankBetween(
  after: string | undefined,
  before: string | undefined,
): string | undefined {
  if (
    (after !== undefined && !isRank(after)) ||
    (before !== undefined && !isRank(before)) ||
    (after !== undefined && before !== undefined && after >= before)
  ) {
    return undefined;
  }
  let rank: string | undefined;
  if (after === undefined && before === undefined) {
    rank = FIRST;
  } else if (after === undefined) {
    const whole = wholeOf(before!);
    rank = whole < before! ? whole : neighbour(whole, -1);
  } else {
    const whole = wholeOf(after);
    const next = neighbour(whole, 1);
    if (before !== undefined && wholeOf(before) === whole) {
      rank = whole + middle(fractionOf(after), fractionOf(before));
    } else if (next !== undefined && (before === undefined || next < before)) {
      rank = next;
    } else {
      rank = whole + middle(fractionOf(after), undefined);
    }
  }
  return rank !== undefined && rank.length <= MAX_RANK_LENGTH
    ? rank
    : undefined;
}

/**
 * As many ranks in order as asked for, all short; at most a million.
 *
 * @public
 */
export function spreadRanks(count: number): string[] {
  const ranks: string[] = [];
  const wanted = Math.min(count, MAX_SPREAD);
  for (let rank: string | undefined = FIRST; ranks.length < wanted; ) {
    ranks.push(rank!);
    rank = neighbour(rank!, 1);
  }
  return ranks;
}

/**
 * Sorts by rank; items of the same rank by their id, so that everybody sees one order.
 *
 * @public
 */
export function byRank(
  a: { rank: string; itemId: string },
  b: { rank: string; itemId: string },
): number {
  const [left, right] =
    a.rank === b.rank ? [a.itemId, b.itemId] : [a.rank, b.rank];
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
