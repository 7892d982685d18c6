import type { RunbookParameter } from '../../api/types';

const MAX_VALUE = 1000;
// What would break a command into lines, or hide in it, when it is pasted.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/**
 * What is wrong with the values that a run is started with, by parameter; each says what was expected.
 *
 * @param options - `matches` tells whether a value matches a pattern. Patterns come from files of others and may take
 * for ever, so that it is for the caller to bound it; without it they are not looked at.
 *
 * @public
 */
export function runParameterProblems(
  parameters: readonly RunbookParameter[],
  values: Readonly<Record<string, string>>,
  options: { matches?(pattern: string, value: string): boolean } = {},
): Map<string, string> {
  const problems = new Map<string, string>();
  const byName = new Map(parameters.map(one => [one.name, one]));
  for (const name of Object.keys(values)) {
    if (!byName.has(name)) {
      problems.set(
        name,
        `the runbook has no such parameter; expected ${
          [...byName.keys()].join(', ') || 'none'
        }`,
      );
    }
  }
  for (const parameter of parameters) {
    const { name, required, enum: allowed, pattern } = parameter;
    const value = Object.hasOwn(values, name) ? values[name] : '';
    if (value === '') {
      if (required) {
        problems.set(name, 'got nothing; expected a value');
      }
    } else if (value.length > MAX_VALUE) {
      problems.set(
        name,
        `got ${value.length} characters; expected at most ${MAX_VALUE}`,
      );
    } else if (HIDDEN.test(value)) {
      problems.set(
        name,
        'got line breaks or characters that cannot be seen; expected one line of text',
      );
    } else if (allowed && !allowed.includes(value)) {
      problems.set(name, `got ${value}; expected one of ${allowed.join(', ')}`);
    } else if (pattern && options.matches?.(pattern, value) === false) {
      problems.set(name, `got ${value}; expected what matches ${pattern}`);
    }
  }
  return problems;
}

/**
 * The values that a run is started with: those given, else the defaults; what is given as empty is left out.
 *
 * @public
 */
export function runParameterValues(
  parameters: readonly RunbookParameter[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const defaults = parameters.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(
    [...new Map([...defaults, ...Object.entries(values)])].filter(
      ([, value]) => value !== '',
    ),
  );
}
