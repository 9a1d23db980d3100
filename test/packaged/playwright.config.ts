// Configuration of the package tests: as the desktop tests, on the app that electron/tools/test/packaged-tests.mjs
// names.
import { defineConfig } from 'playwright/test';
import desktop from '../desktop/playwright.config';

export default defineConfig({
  ...desktop,
  testDir: '.',
  outputDir: '../../test-results/packaged',
  reporter: [['list']]
});
