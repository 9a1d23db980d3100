// Configuration of the measurements: one after the other, on the built app, with the floor in the same run.
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 0,
  reporter: [['list']]
});
