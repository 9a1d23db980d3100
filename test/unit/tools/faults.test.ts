// Tests the count of the table of faults: a row without a passing test has not survived.
import { expect, test } from 'vitest';
import {
  countFaults,
  readFaults,
  titlesOfPlaywright,
  titlesOfVitest
} from '../../../electron/tools/test/faults.mjs';

const rows = [
  { id: 'refused', runner: 'unit' },
  { id: 'window-killed', runner: 'desktop' }
];
const titled = (title: string, isPassed: boolean) => ({ title, isPassed });

test('a row has survived when the test with its title passed', () => {
  const titles = [titled('fault refused: Nothing listens', true), titled('something else', false)];
  expect(countFaults(rows, titles, ['unit'])).toEqual({ count: 1, survived: 1, lost: [] });
});

test('a row is lost without a test, and by one failure among several', () => {
  const titles = [titled('fault refused: once', true), titled('fault refused: again', false)];
  expect(countFaults(rows, titles, ['unit', 'desktop'])).toEqual({
    count: 2,
    survived: 0,
    lost: ['refused', 'window-killed']
  });
});

test('the titles of both runners are read; a skipped test has not passed', () => {
  const vitest = {
    testResults: [
      {
        assertionResults: [
          { title: 'a', status: 'passed' },
          { title: 'b', status: 'skipped' }
        ]
      }
    ]
  };
  expect(titlesOfVitest(vitest)).toEqual([titled('a', true), titled('b', false)]);
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const suites = [
    { specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'skipped'), spec('c', 'unexpected')] }] },
    { specs: [spec('d', 'expected')] }
  ];
  expect(titlesOfPlaywright({ suites })).toEqual([
    titled('a', true),
    titled('b', false),
    titled('c', false),
    titled('d', true)
  ]);
});

test('every row says once what is shown, kept and healed, and who tests it', () => {
  const all = readFaults();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, fault, shows, kept, heals, runner } of all) {
    expect(
      [fault, shows, kept, heals].every(text => typeof text === 'string' && text.length > 2),
      id
    ).toBe(true);
    expect(['unit', 'desktop'], id).toContain(runner);
  }
});
