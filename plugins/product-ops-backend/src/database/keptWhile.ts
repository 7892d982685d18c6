/**
 * Gives what was read, and the very same object, for as long as its stamp is the same; so what is counted from it can
 * be kept with it. The stamp is asked for before the reading: what changes between the two is read twice rather than
 * missed. A reading that fails is tried again by the next who asks.
 */
export function keptWhile<T>(
  stampOf: () => Promise<string>,
  read: () => Promise<T>,
): () => Promise<T> {
  let current: { stamp: string; value: Promise<T> } | undefined;
  return async () => {
    const stamp = await stampOf();
    if (current?.stamp === stamp) {
      return current.value;
    }
    const next = { stamp, value: read() };
    current = next;
    next.value.catch(() => {
      if (current === next) {
        current = undefined;
      }
    });
    return next.value;
  };
}
