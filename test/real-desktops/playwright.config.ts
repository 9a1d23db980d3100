// Configuration of the tests on real desktops: a real panel and a real notification daemon in the session of each worker.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { PATIENCE_MS, TEST_MS } from '../desktop/app/deadline';

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
  projects: [{ name: 'here' }]
});
