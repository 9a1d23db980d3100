// Says how long the parts of npm test took, and which tests took longest. Pure.

const MOST = 10;

/** Gives each test that ran, of Vitest's JSON: { title, ms }. */
export function timesOfVitest({ testResults }) {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ fullName, duration }) =>
      duration ? [{ title: fullName, ms: duration }] : []
    )
  );
}

/** Gives each test of Playwright's JSON: { title, ms }. */
export function timesOfPlaywright({ suites }) {
  const own = ({ title, tests }) => {
    const runs = tests.flatMap(({ results }) => results);
    return { title, ms: runs.reduce((sum, { duration }) => sum + duration, 0) };
  };
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.map(own),
    ...timesOfPlaywright({ suites: inner })
  ]);
}

/** `parts` in the order of their runs and `tests` in any order, both with their names and times. */
export function timeLines(parts, tests) {
  const slowest = [...tests].sort((a, b) => b.ms - a.ms).slice(0, MOST);
  return [
    'Times of the parts',
    ...parts.map(({ name, ms }) => `${seconds(ms)}  ${name}`),
    ...(slowest.length > 0 ? ['The slowest tests'] : []),
    ...slowest.map(({ part, title, ms }) => `${seconds(ms)}  ${part}: ${title}`)
  ];
}

const seconds = ms => `${(ms / 1000).toFixed(1)} s`.padStart(10);
