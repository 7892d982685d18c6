import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  check,
  readJest,
  readPlaywright,
  readTap,
  refuseSkipped,
  sum,
  verdict,
} from './results.mjs';

test('Jest: tests are counted, and a file that could not be run is a failure', () => {
  const result = readJest({
    testResults: [
      {
        status: 'failed',
        name: 'a.test.ts',
        assertionResults: [
          { status: 'passed', fullName: 'a passes' },
          { status: 'failed', fullName: 'a fails' },
          { status: 'pending', fullName: 'a needs data' },
        ],
      },
      { status: 'failed', name: 'b.test.ts', assertionResults: [] },
    ],
  });
  assert.equal(verdict(result), '1 passed, 2 failed');
  assert.deepEqual(result.failures, ['a fails', 'b.test.ts could not be run']);
  assert.deepEqual(result.skipped, ['a needs data']);
});

test('Playwright: nested suites, second tries and reasons for skipping', () => {
  const result = readPlaywright({
    suites: [
      {
        title: 'products',
        specs: [{ title: 'opens', tests: [{ status: 'expected' }] }],
        suites: [
          {
            title: 'on a phone',
            specs: [
              { title: 'fits', tests: [{ status: 'flaky' }] },
              { title: 'breaks', tests: [{ status: 'unexpected' }] },
              {
                title: 'waits',
                tests: [
                  {
                    status: 'skipped',
                    annotations: [{ type: 'skip', description: 'no data' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'set-up broke\nat x' }],
  });
  assert.equal(verdict(result), '2 passed, 2 failed');
  assert.deepEqual(result.failures, [
    'products > on a phone > breaks',
    'set-up broke',
  ]);
  assert.deepEqual(result.skipped, ['products > on a phone > waits: no data']);
});

test("Node's own runner: the counts at the end, and the names", () => {
  const result = readTap(
    [
      'TAP version 13',
      'ok 1 - one',
      'not ok 2 - two',
      'ok 3 - three # SKIP no IPv6',
      '# tests 3',
      '# pass 1',
      '# fail 1',
      '# cancelled 0',
      '# skipped 1',
    ].join('\n'),
  );
  assert.equal(verdict(result), '1 passed, 1 failed');
  assert.deepEqual(result.failures, ['two']);
  assert.deepEqual(result.skipped, ['three']);
});

test('the sum is over everything; nothing may be skipped where all can run', () => {
  const total = sum([
    check(true, 'types'),
    check(false, 'lint'),
    { passed: 310, failed: 0, skipped: ['s'], failures: [] },
  ]);
  assert.equal(verdict(total), '311 passed, 1 failed');
  assert.equal(verdict(refuseSkipped(total)), '311 passed, 2 failed');
});
