// How the desktop tests run: one at a time, on the built app, in the session that `npm test` opens around them.
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/desktop',
  workers: 1,
  fullyParallel: false,
  // Machines are shared and stop at times. What passes only at its second try is named at the end, and is to be mended.
  retries: 1,
  timeout: 90_000,
  // A poll of the app, a turn of the pace and a slow machine together stay under this.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../test-results/desktop.json' }]]
});
