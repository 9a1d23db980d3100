// Counts the table of faults against the reports: a row has survived when the test of its title passed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';

const folder = join(projectFolder, 'test/faults');

/** Gives the rows of all areas, without those that only root or another system can test. */
export function readFaults(from = folder) {
  const files = readdirSync(from).filter(name => name.endsWith('.json') && name !== 'not-tried.json');
  return files.flatMap(name => JSON.parse(readFileSync(join(from, name), 'utf8')));
}

/** Gives the titles of Vitest's JSON: { title, isPassed }. */
export function titlesOfVitest({ testResults }) {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status }) => ({ title, isPassed: status === 'passed' }))
  );
}

/** Gives the titles of Playwright's JSON; a skipped test has not passed. */
export function titlesOfPlaywright({ suites }) {
  const own = ({ title, tests }) => ({
    title,
    isPassed: tests.length > 0 && tests.every(test => test.status === 'expected')
  });
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.map(own),
    ...titlesOfPlaywright({ suites: inner })
  ]);
}

/** `runners`: the runners that ran; rows of other runners are left out. Gives { count, survived, lost: ids }. */
export function countFaults(rows, titles, runners) {
  const asked = rows.filter(({ runner }) => runners.includes(runner));
  const survives = ({ id }) => {
    const own = titles.filter(({ title }) => title.startsWith(`fault ${id}: `));
    return own.length > 0 && own.every(({ isPassed }) => isPassed);
  };
  const lost = asked.filter(row => !survives(row)).map(({ id }) => id);
  return { count: asked.length, survived: asked.length - lost.length, lost };
}
