// Configuration of the soak: one test, as long as TOKENTRAY_SOAK_SECONDS says, in the session that its tool opens
// around it.
import { defineConfig } from 'playwright/test';
import { soakSeconds } from './plan';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/soak',
  workers: 1,
  retries: 0,
  timeout: 1000 * soakSeconds() + 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']]
});
