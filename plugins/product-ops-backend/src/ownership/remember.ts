const MAX_ANSWERS = 2000;

/** Keeps a value, and lets go of the oldest one where they have become too many. */
export function remember<T>(
  values: Map<string, T>,
  key: string,
  value: T,
  most = MAX_ANSWERS,
): void {
  if (values.size >= most) {
    values.delete(values.keys().next().value!);
  }
  values.set(key, value);
}
