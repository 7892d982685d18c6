import { Script } from 'node:vm';

const MAX_MS = 50;
const test = new Script('new RegExp(pattern, "u").test(value)');

/**
 * Whether a value matches a pattern of a file. Patterns come from others, and some of them would take for ever: what
 * takes too long does not match.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  try {
    return Boolean(
      test.runInNewContext({ pattern, value }, { timeout: MAX_MS }),
    );
  } catch {
    return false;
  }
}
