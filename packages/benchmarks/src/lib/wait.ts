import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until there is an answer. Throws when there is none in time. */
export async function waitFor<T>(options: {
  what: string;
  limitMs: number;
  everyMs?: number;
  ask: () => Promise<T | undefined>;
}): Promise<T> {
  const started = performance.now();
  for (;;) {
    const answer = await options.ask();
    if (answer !== undefined) {
      return answer;
    }
    if (performance.now() - started > options.limitMs) {
      throw new Error(
        `${options.what} did not happen within ${Math.round(
          options.limitMs / 1000,
        )} s`,
      );
    }
    await sleep(options.everyMs ?? 250);
  }
}
