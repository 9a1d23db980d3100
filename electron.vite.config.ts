// Builds main, preload and window. Targets name the oldest runtime we support (Electron 33), not the installed one.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const output = { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' } as const;

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      externalizeDeps: true,
      rolldownOptions: { input: { index: resolve('electron/main.ts') }, output }
    }
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve('electron/preload.ts') }, output }
    }
  },
  renderer: {
    root: resolve('renderer'),
    plugins: [svelte({ configFile: resolve('svelte.config.mjs') })],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve('renderer/index.html') } }
    }
  }
});
