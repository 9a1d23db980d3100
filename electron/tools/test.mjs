// npm test: sets up what is missing and runs every test; the last line is "N passed, N failed". Parts: lint check unit
// desktop desktops packaged bench fuzz soak. `quick` runs lint, types and unit tests of what changed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureLines, failuresOfPlaywright, failuresOfVitest } from './test/failures.mjs';
import { countFaults, readFaults, titlesOfPlaywright, titlesOfVitest } from './test/faults.mjs';
import { keepRun, readRuns, runLines } from './test/run-log.mjs';
import { timeLines, timesOfPlaywright, timesOfVitest } from './test/times.mjs';
import { packageScript, projectFolder } from './lib/places.mjs';
import { read, run } from './lib/run.mjs';
import { say, Stop } from './lib/say.mjs';
import { countPlaywright, countVitest, judge, lastLine, sum } from './lib/tally.mjs';

const reports = mkdtempSync(join(tmpdir(), 'tokentray-reports-'));
const parts = { lint, check, unit, desktop, desktops, packaged, bench, fuzz, soak };
const quickParts = { lint: lintChanged, check, unit: unitChanged, project: unitProject };
/** npm test runs each of the long parts for a minute; they also have their own commands. */
const MINUTE_S = '60';
const BESIDE = ['fuzz', 'soak'];

try {
  const count = await runParts(process.argv.slice(2));
  finish(count);
} catch (error) {
  say(error instanceof Stop ? error.message : error.stack);
  finish({ passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function runParts(chosen) {
  if (chosen.length === 1 && chosen[0] === 'quick') return await runQuick();
  const unknown = chosen.find(name => !(name in parts));
  if (unknown)
    throw new Stop(
      `There is no test part "${unknown}"; the parts are ${Object.keys(parts).join(', ')}, or quick alone.`
    );
  const names = Object.keys(parts).filter(name => chosen.length === 0 || chosen.includes(name));
  const { setUp, setUpPackages } = await import('./setup/set-up.mjs');
  // Only the desktop parts need a desktop; the other parts need only the packages.
  const runtime = ['desktop', 'desktops', 'packaged', 'soak', 'bench'].some(name => names.includes(name))
    ? await setUp({ purpose: { isForTests: true } })
    : await setUpPackages();
  const begin = { at: new Date().toISOString(), load: loadavg()[0] };
  const counts = await countParts(names, parts, runtime);
  say('');
  const survived = faults(names);
  sayResults(counts);
  keepRun({ ...begin, commit: commitNow(), ...resultsOf(counts) });
  for (const line of runLines(readRuns())) say(line);
  return sum([...counts, survived]);
}

/** Lint, types and tests of what changed since the last published commit, and of what imports it. */
async function runQuick() {
  const { setUpPackages } = await import('./setup/set-up.mjs');
  await setUpPackages();
  const { changedSince, lastPublished } = await import('./test/changed-files.mjs');
  const commit = lastPublished();
  const files = changedSince(commit);
  say(`${files.length} files changed since ${commit.slice(0, 8)}.`);
  const counts = await countParts(Object.keys(quickParts), quickParts, { commit, files });
  say('');
  sayResults(counts);
  return sum(counts);
}

function sayResults(counts) {
  for (const count of counts) say(`${count.name}: ${lastLine(count)}`);
  for (const line of timeLines(counts, testTimes())) say(line);
  for (const line of failureLines(resultsOf(counts).failures)) say(line);
}

/** What is remembered of a run. A part that failed without naming a test is named itself. */
function resultsOf(counts) {
  const failures = counts.flatMap(({ name, failed, failures = [] }) => {
    const named = failures.map(failure => ({ part: name, ...failure }));
    return failed > 0 && named.length === 0 ? [{ part: name, title: 'failed', message: 'see above' }] : named;
  });
  return { parts: counts.map(({ name, passed, failed, ms }) => ({ name, passed, failed, ms })), failures };
}

function commitNow() {
  return read('git', ['-C', projectFolder, 'rev-parse', 'HEAD']).text.trim();
}

/** Runs the parts in their order; fuzz, which computes, and soak, which waits, beside each other. */
async function countParts(names, runners, given) {
  const counts = [];
  const count = async name => {
    say(`\n== ${name}`);
    const startedAt = Date.now();
    const counted = await runners[name](given);
    return { name, ...counted, ms: Date.now() - startedAt };
  };
  for (const name of names.filter(each => !BESIDE.includes(each))) counts.push(await count(name));
  counts.push(...(await Promise.all(names.filter(name => BESIDE.includes(name)).map(count))));
  return counts;
}

async function lint() {
  return (await import('./lint.mjs')).runLint();
}

async function lintChanged({ files }) {
  const code = files.filter(name => /\.(ts|mjs|cjs|svelte)$/.test(name));
  return code.length === 0 ? { passed: 0, failed: 0 } : (await import('./lint.mjs')).runLint(code);
}

async function check() {
  return (await import('./check.mjs')).runChecks();
}

async function unit() {
  const { status, ...count } = await vitest('unit');
  return judge(count, status);
}

async function unitChanged({ commit }) {
  const options = ['--changed', commit, '--passWithNoTests', '--exclude', 'test/unit/project/**'];
  const { status, ...count } = await vitest('unit', ...options);
  // Nothing may import what changed.
  return count.passed + count.failed === 0
    ? { passed: 0, failed: status === 0 ? 0 : 1 }
    : judge(count, status);
}

/** The rules of the project read all files, so that no import leads to them. */
async function unitProject() {
  const { status, ...count } = await vitest('project', 'test/unit/project');
  return judge(count, status);
}

async function vitest(name, ...options) {
  const file = join(reports, `${name}.json`);
  const json = join(projectFolder, 'test/json-report.ts');
  const reporters = ['--reporter=default', `--reporter=${json}`, `--outputFile.json=${file}`];
  const words = ['run', ...options, ...reporters];
  const status = await run(process.execPath, [packageScript('vitest/vitest.mjs'), ...words]);
  const count = readReport(file, countVitest) ?? { passed: 0, failed: 1 };
  return { ...count, failures: readReport(file, failuresOfVitest) ?? [], status };
}

async function desktop(runtime) {
  const file = join(reports, 'desktop.json');
  const { runDesktopTests } = await import('./test/desktop-tests.mjs');
  const status = await runDesktopTests(runtime.executable, { reports, file, name: 'desktop' });
  const failures = readReport(file, failuresOfPlaywright) ?? [];
  return { ...judge(readReport(file, countPlaywright), status), failures };
}

/** A few of the tests on a real panel with a real notification daemon; none where these cannot be installed. */
async function desktops(runtime) {
  const { runRealDesktops } = await import('./test/real-desktops.mjs');
  return runRealDesktops(runtime.executable, { isQuick: true });
}

/** Tests the packages that people install: packed here, read, started, installed and removed. */
async function packaged() {
  return (await import('./test/packaged-tests.mjs')).runPackagedTests();
}

async function fuzz() {
  // Always the same ones, so that what fails here was broken by a change; new ones are sought by the command of its own.
  const same = ['--seed', '20261129', '--workers', '1'];
  const replies = await tool('fuzz.mjs', ...same, '--seconds', MINUTE_S);
  const sequences = await tool('fuzz.mjs', 'sequences', ...same, '--seconds', '10');
  return {
    passed: replies.passed + sequences.passed,
    failed: replies.failed + sequences.failed
  };
}

function soak() {
  return tool('soak.mjs', '--seconds', MINUTE_S);
}

function bench() {
  return tool('bench.mjs', '--runs', '1', '--only', 'start|sizes|pipeline');
}

/** A tool that ends with status 0 counts as one passed test. */
async function tool(name, ...options) {
  const status = await run(process.execPath, [join(projectFolder, 'electron/tools', name), ...options]);
  return judge(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, status);
}

/** For the runners that ran: the rows of the table of faults, and those whose test passed. */
function faults(names) {
  const readers = { unit: titlesOfVitest, desktop: titlesOfPlaywright };
  const runners = names.filter(name => name in readers);
  const titles = runners.flatMap(name => readReport(join(reports, `${name}.json`), readers[name]) ?? []);
  if (runners.length === 0) return { passed: 0, failed: 0 };
  const { count, survived, lost } = countFaults(readFaults(), titles, runners);
  say(`faults: ${count} rows, ${survived} survived`);
  if (lost.length > 0) say(`  not survived: ${lost.join(', ')}`);
  return { passed: 0, failed: lost.length > 0 ? 1 : 0 };
}

/** The times of the tests whose runner told them. */
function testTimes() {
  const readers = { unit: timesOfVitest, desktop: timesOfPlaywright };
  return Object.entries(readers).flatMap(([part, read]) =>
    (readReport(join(reports, `${part}.json`), read) ?? []).map(time => ({ part, ...time }))
  );
}

function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function finish(count) {
  process.exitCode = count.failed > 0 ? 1 : 0;
  process.stdout.write(`${lastLine(count)}\n`);
}
