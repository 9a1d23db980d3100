// Remembers how the last whole test runs of this computer ended, so that a test that fails only sometimes is seen.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../lib/places.mjs';

const MOST_RUNS = 200;
const SHOWN_RUNS = 20;

const logFile = folder => join(folder, 'test-runs.jsonl');

/** Gives the runs, oldest first; a line that cannot be read is left out. */
export function readRuns(folder = cacheFolder()) {
  let text;
  try {
    text = readFileSync(logFile(folder), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap(line => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/**
 * Adds a run: { at, commit, load, parts: [{ name, passed, failed, ms }], failures: [{ part, title, message }] }. A
 * folder that cannot be written loses the memory and no test.
 */
export function keepRun(run, folder = cacheFolder()) {
  const runs = [...readRuns(folder), run].slice(-MOST_RUNS);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(logFile(folder), runs.map(kept => `${JSON.stringify(kept)}\n`).join(''));
  } catch {
    // The next run starts a new log.
  }
}

/** What failed in the last runs, most often first. Gives one line if nothing did. Pure. */
export function runLines(runs) {
  const shown = runs.slice(-SHOWN_RUNS);
  const failed = new Map();
  for (const { at, failures } of shown)
    for (const { part, title } of failures) {
      const name = `${part}: ${title}`;
      const { count } = failed.get(name) ?? { count: 0 };
      failed.set(name, { count: count + 1, last: at });
    }
  const rows = [...failed].sort(([, a], [, b]) => b.count - a.count);
  return [
    `Failed in the last ${shown.length} runs on this computer: ${rows.length === 0 ? 'nothing' : ''}`.trimEnd(),
    ...rows.map(
      ([name, { count, last }]) => `  ${count} ×  ${name} (last ${last.slice(0, 16).replace('T', ' ')})`
    )
  ];
}
