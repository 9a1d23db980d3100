// Counts what the test runners report, so that one line at the end is true over all of them. Pure.

/** Passed and failed tests of Vitest's JSON; a file that could not be loaded counts as one failed test. */
export function countVitest(report) {
  const isBroken = file =>
    file.status === 'failed' && !file.assertionResults.some(result => result.status === 'failed');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isBroken).length
  };
}

/** Passed and failed tests of Playwright's JSON; an error outside of tests counts as one failed test each. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * The verdict on one runner. A runner that left no count, that ran nothing, or that ended badly although nothing
 * failed (a crash after the last test) has one failure more than it says.
 */
export function judge(count, status) {
  if (!count || count.passed + count.failed === 0) return { passed: 0, failed: 1 };
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** The sum of several counts. */
export function sum(counts) {
  const add = name => counts.reduce((total, count) => total + count[name], 0);
  return { passed: add('passed'), failed: add('failed') };
}

/** The last line of every test run. */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
