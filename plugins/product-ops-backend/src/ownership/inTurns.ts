import { setImmediate } from 'node:timers/promises';

const TURN = 2000;

/** Visits one after the other, with a pause now and then: a large catalog must not hold up all who wait for an answer. */
export async function inTurns<T>(
  all: Iterable<T>,
  visit: (one: T) => void,
): Promise<void> {
  let done = 0;
  for (const one of all) {
    visit(one);
    done += 1;
    if (done % TURN === 0) {
      await setImmediate();
    }
  }
}
