// Configuration of the layout test: every portfolio in each language, side by side.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { PATIENCE_MS } from '../desktop/app/deadline';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/layout',
  workers: Number(process.env['TOKENTRAY_TEST_WORKERS']) || availableParallelism(),
  fullyParallel: true,
  retries: 0,
  expect: { timeout: PATIENCE_MS },
  reporter: [['list']],
  projects: [{ name: 'layout' }]
});
