// Names the tests that failed, from the reports of the runners. Pure.

const MOST_LINES = 20;
const MOST_SIGNS = 300;

/** Gives each failed test of Vitest's JSON: { title, message }; a file that could not be loaded is one, an error too. */
export function failuresOfVitest({ testResults, errors }) {
  const tests = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(result => result.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [{ title: name, message: shortened(message) }];
    return failed.map(({ fullName, failureMessages }) => ({
      title: fullName,
      message: shortened(failureMessages?.[0])
    }));
  });
  return [...tests, ...outsideOfTests(errors)];
}

/** Gives each failed test of Playwright's JSON: { title, message }; errors outside of tests are some too. */
export function failuresOfPlaywright({ suites, errors }) {
  return [...suites.flatMap(failuresOfSuite), ...outsideOfTests(errors)];
}

function outsideOfTests(errors) {
  return errors.map(({ message }) => ({ title: 'outside of tests', message: shortened(message) }));
}

function failuresOfSuite({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) => {
    const failed = tests.filter(({ status }) => status === 'unexpected');
    return failed.map(({ results }) => ({ title, message: shortened(results.at(-1)?.error?.message) }));
  });
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/** `failures`: those of all parts, { part, title, message }. Gives no line if there is none. */
export function failureLines(failures) {
  if (failures.length === 0) return [];
  const lines = failures.flatMap(({ part, title, message }) => [
    `  ${part}: ${title}`,
    ...message.split('\n').map(line => `      ${line}`)
  ]);
  return ['Failed', ...lines];
}

/** The first lines of a message, without colours. */
function shortened(message = 'no message') {
  // eslint-disable-next-line no-control-regex -- The runners colour their messages with control characters.
  const lines = message.replaceAll(/\x1b\[[0-9;]*m/g, '').split('\n');
  const full = lines.filter(line => line.trim() !== '').slice(0, MOST_LINES);
  return full.map(line => line.slice(0, MOST_SIGNS)).join('\n');
}
