// Tests that npm test says which part and which tests took longest.
import { expect, test } from 'vitest';
import { timeLines, timesOfPlaywright, timesOfVitest } from '../../../electron/tools/test/times.mjs';

test('the times of both runners are read; a test that did not run has none', () => {
  const assertionResults = [
    { fullName: 'a b', status: 'passed', duration: 12.5 },
    { fullName: 'a c', status: 'skipped' }
  ];
  expect(timesOfVitest({ testResults: [{ assertionResults }] })).toEqual([{ title: 'a b', ms: 12.5 }]);
  const spec = (title: string, ...durations: number[]) => ({
    title,
    tests: [{ results: durations.map(duration => ({ duration })) }]
  });
  const suites = [{ specs: [spec('d', 900)], suites: [{ specs: [spec('e', 200, 300)] }] }];
  expect(timesOfPlaywright({ suites })).toEqual([
    { title: 'd', ms: 900 },
    { title: 'e', ms: 500 }
  ]);
});

test('every part is printed in its order, and of the tests the ten slowest', () => {
  const tests = Array.from({ length: 12 }, (_, at) => ({ part: 'unit', title: `t${at}`, ms: 100 * at }));
  const lines = timeLines([{ name: 'check', ms: 65_430 }], tests);
  expect(lines.slice(0, 4)).toEqual([
    'Times of the parts',
    '    65.4 s  check',
    'The slowest tests',
    '     1.1 s  unit: t11'
  ]);
  expect(lines).toHaveLength(13);
});
