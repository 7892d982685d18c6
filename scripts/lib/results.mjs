/**
 * What a stage came to: how many passed and failed, and what was skipped (by name).
 * @typedef {{ passed: number, failed: number, skipped: string[], failures: string[] }} Result
 */

/** @returns {Result} */
export function empty() {
  return { passed: 0, failed: 0, skipped: [], failures: [] };
}

/** A check counts as one. */
export function check(ok, name) {
  return ok
    ? { ...empty(), passed: 1 }
    : { ...empty(), failed: 1, failures: [name] };
}

/** Reads Jest's JSON. A file that could not be run counts as one failure, or its tests would go missing silently. */
export function readJest(report) {
  const result = empty();
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0 && file.status === 'failed') {
      result.failed += 1;
      result.failures.push(`${file.name} could not be run`);
    }
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') {
        result.passed += 1;
      } else if (status === 'failed') {
        result.failed += 1;
        result.failures.push(fullName);
      } else {
        result.skipped.push(fullName);
      }
    }
  }
  return result;
}

function playwrightTests(suites, path = []) {
  return suites.flatMap(suite => {
    const here = suite.title ? [...path, suite.title] : path;
    const own = (suite.specs ?? []).flatMap(spec =>
      spec.tests.map(test => ({
        ...test,
        name: [...here, spec.title].join(' > '),
      })),
    );
    return [...own, ...playwrightTests(suite.suites ?? [], here)];
  });
}

/** Reads Playwright's JSON. A test that passed at the second try has passed, but is named. */
export function readPlaywright(report) {
  const result = empty();
  for (const test of playwrightTests(report.suites)) {
    const why = (test.annotations ?? [])
      .map(note => note.description)
      .filter(Boolean)
      .join('; ');
    if (test.status === 'skipped') {
      result.skipped.push(why ? `${test.name}: ${why}` : test.name);
    } else if (test.status === 'unexpected') {
      result.failed += 1;
      result.failures.push(test.name);
    } else {
      result.passed += 1;
    }
  }
  for (const error of report.errors ?? []) {
    result.failed += 1;
    result.failures.push((error.message ?? 'an error').split('\n')[0]);
  }
  return result;
}

/** Reads the TAP of Node's own test runner: the counts at its end. */
export function readTap(text) {
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failures = [...text.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(
    match => match[1],
  );
  const skipped = [...text.matchAll(/^\s*ok \d+ - (.*) # SKIP.*$/gm)].map(
    match => match[1],
  );
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped,
    failures,
  };
}

/** Sums results up. */
export function sum(results) {
  return results.reduce(
    (total, result) => ({
      passed: total.passed + result.passed,
      failed: total.failed + result.failed,
      skipped: [...total.skipped, ...result.skipped],
      failures: [...total.failures, ...result.failures],
    }),
    empty(),
  );
}

/**
 * On a build machine that has the test data, every test can run: one that is skipped there has been switched off, and
 * counts as failed.
 */
export function refuseSkipped(result) {
  return {
    ...result,
    failed: result.failed + result.skipped.length,
    failures: [
      ...result.failures,
      ...result.skipped.map(name => `skipped where it can run: ${name}`),
    ],
    skipped: [],
  };
}

/** The last line of the output, which build machines read. */
export function verdict({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
