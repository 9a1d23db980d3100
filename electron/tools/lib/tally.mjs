// Counts the results of the test runners, so that the one line at the end is right for all of them. Pure.

/** Counts passed and failed tests in Vitest's JSON; a file that could not be loaded counts as one failed test. */
export function countVitest(report) {
  const isBroken = file =>
    file.status === 'failed' && !file.assertionResults.some(result => result.status === 'failed');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isBroken).length
  };
}

/** Counts passed and failed tests in Playwright's JSON; each error outside of tests counts as one failed test. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** One of Playwright's reports from several of its runs. */
export function joinPlaywright(reports) {
  const total = name => reports.reduce((all, { stats }) => all + stats[name], 0);
  const names = ['expected', 'unexpected', 'flaky', 'skipped', 'duration'];
  return {
    stats: Object.fromEntries(names.map(name => [name, total(name)])),
    suites: reports.flatMap(({ suites }) => suites),
    errors: reports.flatMap(({ errors }) => errors)
  };
}

/**
 * Corrects the count of one runner. A runner that gave no count, that ran nothing, or that ended with an error
 * although no test failed (a crash after the last test) gets one more failure.
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
