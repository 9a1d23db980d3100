// Tests that the last line of npm test is right for all runners, also when one of them breaks.
import { describe, expect, test } from 'vitest';
import {
  countPlaywright,
  countVitest,
  joinPlaywright,
  judge,
  lastLine,
  sum
} from '../../../electron/tools/lib/tally.mjs';

test('a Vitest file that could not be loaded counts as one failed test', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] }
  ];
  expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({
    passed: 1,
    failed: 2
  });
});

test('Playwright counts the tests that ran, and its errors outside of tests as failures', () => {
  const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 });
});

test('two runs of Playwright count as one', () => {
  const run = (expected: number, suite: string, errors: object[]) => ({
    stats: { expected, unexpected: 1, flaky: 0, skipped: 0, duration: 10 },
    suites: [{ title: suite }],
    errors
  });
  expect(joinPlaywright([run(4, 'a', []), run(2, 'b', [{ message: 'no report' }])])).toEqual({
    stats: { expected: 6, unexpected: 2, flaky: 0, skipped: 0, duration: 20 },
    suites: [{ title: 'a' }, { title: 'b' }],
    errors: [{ message: 'no report' }]
  });
});

describe('a runner has failed', () => {
  test.each([
    ['left no report', undefined, 0],
    ['ran no test', { passed: 0, failed: 0 }, 0]
  ])('when it %s', (_what, count, status) => {
    expect(judge(count, status)).toEqual({ passed: 0, failed: 1 });
  });

  test('when it ended badly although no test failed', () => {
    expect(judge({ passed: 3, failed: 0 }, 139)).toEqual({ passed: 3, failed: 1 });
  });

  test('only once when a test failed', () => {
    expect(judge({ passed: 3, failed: 1 }, 1)).toEqual({ passed: 3, failed: 1 });
  });
});

test('the last line is the sum of all counts', () => {
  expect(
    lastLine(
      sum([
        { passed: 1, failed: 0 },
        { passed: 40, failed: 2 }
      ])
    )
  ).toBe('41 passed, 2 failed');
});
