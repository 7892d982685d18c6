/** Tries again until the check passes, for 30 seconds if not told else; then it fails with what the check last said. */
export async function eventually<T>(
  check: () => Promise<T>,
  options: { limitMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + (options.limitMs ?? 30_000);
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}
