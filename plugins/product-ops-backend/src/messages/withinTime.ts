import { setTimeout } from 'node:timers/promises';

/** Waits for something, but not longer than some seconds: then it fails, and what was waited for may go on. */
export async function withinTime<T>(
  work: Promise<T>,
  { seconds }: { seconds: number },
): Promise<T> {
  const done = new AbortController();
  const late = setTimeout(seconds * 1000, undefined, {
    signal: done.signal,
    ref: false,
  }).then(() => {
    throw new Error(`no answer within ${seconds} s`);
  });
  // Ends with an error of its own when the work was in time.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
