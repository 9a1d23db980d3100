// Tests without a desktop: `unit` runs in node, `component` in a light DOM. Neither reaches beyond this computer.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// Dates and quiet hours read the same everywhere; a test that is about time zones sets its own.
process.env['TZ'] = 'UTC';

export default defineConfig({
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    // Busy machines are slow; a hanging test still ends.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          // It looks for an Electron: a test that saves settings gives it an empty one.
          server: { deps: { inline: ['electron-store'] } },
          setupFiles: ['test/in-english.ts', 'test/loopback-only.ts']
        }
      },
      {
        extends: true,
        plugins: [svelte({ configFile: 'svelte.config.mjs' }), svelteTesting()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['test/component/**/*.test.ts'],
          setupFiles: ['test/in-english.ts', 'test/loopback-only.ts', 'test/quiet-console.ts']
        }
      }
    ]
  }
});
