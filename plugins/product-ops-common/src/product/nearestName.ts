/** Letters to add, drop, change, or swap with their neighbour, to come from one text to the other. */
function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
      }
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length];
}

/**
 * The known name that somebody probably meant, or nothing when none is close.
 *
 * @remarks
 *
 * Close means: at most a third of the letters differ, or one is the beginning of the other (`dueDate` and
 * `due`). Two swapped neighbours are one difference; case, `-`, `_` and blanks are none. Names above 100
 * letters are not compared, so that hostile input costs nothing.
 *
 * @public
 */
export function nearestName(
  name: string,
  known: Iterable<string>,
): string | undefined {
  if (name.length > 100) {
    return undefined;
  }
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const wanted = plain(name);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const other = plain(candidate);
    let difference = distance(wanted, other);
    const [short, long] =
      wanted.length < other.length ? [wanted, other] : [other, wanted];
    if (short.length >= 3 && long.startsWith(short)) {
      difference = Math.min(difference, limit);
    }
    if (difference <= limit && difference < bestDistance) {
      best = candidate;
      bestDistance = difference;
    }
  }
  return best;
}
