// Tests that npm test names what failed, now and in its last runs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  failureLines,
  failuresOfPlaywright,
  failuresOfVitest
} from '../../../electron/tools/test/failures.mjs';
import { keepRun, readRuns, runLines } from '../../../electron/tools/test/run-log.mjs';

test('the failed tests of both runners are named with their messages, without colours', () => {
  const assertionResults = [
    { fullName: 'a b', status: 'failed', failureMessages: ['\u001b[31mexpected 1\u001b[0m\n\n  got 2'] },
    { fullName: 'a c', status: 'passed', failureMessages: [] }
  ];
  const broken = { name: 'd.test.ts', status: 'failed', message: 'no such file', assertionResults: [] };
  const testResults = [{ status: 'failed', assertionResults }, broken];
  expect(failuresOfVitest({ testResults, errors: [{ message: 'Timeout\n  at e.ts' }] })).toEqual([
    { title: 'a b', message: 'expected 1\n  got 2' },
    { title: 'd.test.ts', message: 'no such file' },
    { title: 'outside of tests', message: 'Timeout\n  at e.ts' }
  ]);
  const spec = (title: string, status: string, message?: string) => ({
    title,
    tests: [{ status, results: [{ error: message === undefined ? undefined : { message } }] }]
  });
  const inner = { specs: [spec('f', 'unexpected', 'waited')] };
  const suites = [{ specs: [spec('e', 'expected'), spec('g', 'unexpected')], suites: [inner] }];
  expect(failuresOfPlaywright({ suites, errors: [{ message: 'no report' }] })).toEqual([
    { title: 'g', message: 'no message' },
    { title: 'f', message: 'waited' },
    { title: 'outside of tests', message: 'no report' }
  ]);
});

test('a long message is shortened, and every line of it belongs to its test', () => {
  const message = Array.from({ length: 50 }, (_, at) => `${at} ${'x'.repeat(999)}`).join('\n');
  const [failure] = failuresOfPlaywright({ suites: [], errors: [{ message }] });
  const lines = failureLines([{ part: 'desktop', ...failure }]);
  expect(lines.slice(0, 2)).toEqual(['Failed', '  desktop: outside of tests']);
  expect(lines).toHaveLength(22);
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(320);
  expect(failureLines([])).toEqual([]);
});

test('the runs of a computer are kept, and what failed most often comes first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = (minute: number, ...titles: string[]) => ({
    at: `2026-01-02T03:0${minute}:00.000Z`,
    failures: titles.map(title => ({ part: 'desktop', title, message: 'late' }))
  });
  expect(readRuns(folder)).toEqual([]);
  expect(runLines([run(0)])).toEqual(['Failed in the last 1 runs on this computer: nothing']);
  for (const kept of [run(1, 'a'), run(2, 'b', 'a'), run(3)]) keepRun(kept, folder);
  expect(runLines(readRuns(folder))).toEqual([
    'Failed in the last 3 runs on this computer:',
    '  2 ×  desktop: a (last 2026-01-02 03:02)',
    '  1 ×  desktop: b (last 2026-01-02 03:02)'
  ]);
});

test('a damaged log loses only its damaged lines, and a folder that cannot be written loses no test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'test-runs.jsonl'), '{"at":"2026-01-02T03:04:00.000Z","failures":[]}\n{"at"');
  expect(readRuns(folder)).toHaveLength(1);
  expect(() => keepRun({ at: '', failures: [] }, join(folder, 'test-runs.jsonl'))).not.toThrow();
});
