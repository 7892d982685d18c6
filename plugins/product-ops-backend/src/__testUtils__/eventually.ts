/** Tries again until the check passes, for 30 seconds at most; then it fails with what the check last said. */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 30_000;
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
