// Configuration of the desktop tests: on the built app, side by side in as many workers as the machine has cores, each
// with a session of its own; then those that need the machine for themselves.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { PATIENCE_MS, TEST_MS } from './app/deadline';
import { ALONE } from './app/needs-machine';

/** Tests wait more than they compute. */
const LEAST_WORKERS = 2;

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/desktop',
  workers: Number(process.env.TOKENTRAY_TEST_WORKERS) || Math.max(LEAST_WORKERS, availableParallelism()),
  fullyParallel: true,
  // A test that fails only sometimes shows a fault of the test or of the app.
  retries: 0,
  timeout: TEST_MS,
  expect: { timeout: PATIENCE_MS },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../test-results/desktop.json' }]],
  // electron/tools/test/desktop-tests.mjs runs one after the other.
  projects: [
    { name: 'side-by-side', grepInvert: new RegExp(ALONE) },
    { name: 'alone', grep: new RegExp(ALONE), workers: 1 }
  ]
});
