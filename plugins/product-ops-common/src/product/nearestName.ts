function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    previous = current;
  }
  return previous[b.length];
}

/**
 * The known name that somebody probably meant, or nothing when none is close.
 *
 * @remarks
 *
 * Close means: at most a third of the letters differ. Case, `-`, `_` and blanks do not count as
 * differences. Names above 100 letters are not compared, so that hostile input costs nothing.
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
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const candidateDistance = distance(wanted, plain(candidate));
    if (candidateDistance < bestDistance) {
      best = candidate;
      bestDistance = candidateDistance;
    }
  }
  return best;
}
