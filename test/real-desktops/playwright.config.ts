// Configuration of the tests on real desktops: a real panel and a real notification daemon in the session of each worker.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { PATIENCE_MS, TEST_MS } from '../desktop/app/deadline';

/** Desktops of a Debian of their own, which root alone may enter. */
const IN_A_ROOT = /@in-a-root/;

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/real-desktops',
  workers: Number(process.env['TOKENTRAY_TEST_WORKERS']) || availableParallelism(),
  fullyParallel: true,
  retries: 0,
  timeout: TEST_MS,
  expect: { timeout: PATIENCE_MS },
  reporter: [['list']],
  projects: [
    { name: 'here', grepInvert: IN_A_ROOT },
    { name: 'in-a-root', grep: IN_A_ROOT }
  ]
});
