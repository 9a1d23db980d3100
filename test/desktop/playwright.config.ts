// Configuration of the desktop tests: one at a time, on the built app, in the session that `npm test` opens around
// them.
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/desktop',
  workers: 1,
  fullyParallel: false,
  // Machines are shared and may stall. A test that passes only at its second try is listed at the end, and must be
  // fixed.
  retries: 1,
  timeout: 90_000,
  // A poll of the app, the wait for the rate limiter and a slow machine together stay below this.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../test-results/desktop.json' }]]
});
