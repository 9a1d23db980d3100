// Tests without a desktop: `pure` and `unit` run in node, `component` in a light DOM. None reaches beyond this computer.
import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// Dates and quiet hours read the same everywhere; a test that is about time zones sets its own.
process.env['TZ'] = 'UTC';

/** Rooms whose modules keep no state: their test files share processes, which saves loading the modules again. */
const PURE = 'test/unit/{addresses,core,demo,fake-okx,ipc,okx,project,renderer,shared,tools}/**/*.test.ts';

/** Tests of the window that replace a module, and so need modules of their own. */
const MOCKING = ['test/component/shell/lazy-screens.test.ts'];
const WINDOW = {
  plugins: [svelte({ configFile: 'svelte.config.mjs' }), svelteTesting()],
  test: {
    environment: 'happy-dom',
    setupFiles: [
      'test/in-english.ts',
      'test/loopback-only.ts',
      'test/patient-queries.ts',
      'test/quiet-console.ts',
      'test/same-cases.ts'
    ]
  }
};

export default defineConfig({
  test: {
    // Vitest would leave one core unused, which on a small machine is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    unstubGlobals: true,
    // Busy machines are slow; a hanging test still ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: [PURE],
          setupFiles: ['test/in-english.ts', 'test/loopback-only.ts', 'test/same-cases.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          exclude: [PURE],
          // It looks for an Electron: a test that saves settings gives it an empty one.
          server: { deps: { inline: ['electron-store'] } },
          setupFiles: ['test/in-english.ts', 'test/loopback-only.ts']
        }
      },
      {
        extends: true,
        ...WINDOW,
        test: {
          ...WINDOW.test,
          name: 'component',
          isolate: false,
          include: ['test/component/**/*.test.ts'],
          exclude: MOCKING
        }
      },
      { extends: true, ...WINDOW, test: { ...WINDOW.test, name: 'component-mocking', include: MOCKING } }
    ]
  }
});
