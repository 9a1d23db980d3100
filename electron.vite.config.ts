// Builds main, preload and window. Targets name the oldest runtime we support (Electron 33), not the installed one.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { languageOfModule, moduleOfTexts, textFileName, textsByLanguage } from './electron.vite.languages';

const output = { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' } as const;

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const MAIN = resolve('electron/main.ts');
const PAGE = resolve('renderer/main.ts');
const reached = new Map<string, Set<string>>();

/** The modules that an entry imports at once: of the main process, all that a command that reads has to load. */
function reads(modules: Modules, entry = MAIN): Set<string> {
  const known = reached.get(entry);
  if (known) return known;
  const found = new Set([entry]);
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  reached.set(entry, found);
  return found;
}

// What the reading commands and the tray need stays free of zod and undici, which come with the profile. Of the rest of core
// and shared, commands that read load only what they import: all of it is twice as much text to compile.
const groups = [
  { name: 'runtime', test: /rolldown\/runtime/, priority: 4 },
  {
    name: (id: string, modules: Modules) => (reads(modules).has(id) ? 'base' : 'rounds'),
    test: /shared\/(alerts|domain|holdings|names|text)\/|shared\/ipc\/(channels|state-push)\.ts|electron\/core\/(?!mcp\/|json-schema\/|report\/wallets)|electron\/okx\/chains\.ts|electron\/adapters\/(window\/app-protocol|storage\/(regular-file|file-errors|last-lines))\.ts|electron\/commands\/(read-for-bars|stored-files)\.ts/,
    // Above all others: a group takes along what its modules import, and lengths of time are imported by everybody.
    priority: 6
  },
  // What only an assistant asks for.
  {
    name: 'mcp',
    test: /electron\/(mcp|core\/mcp|core\/json-schema)\/|electron\/core\/report\/wallets\.ts/,
    includeDependenciesRecursively: false,
    priority: 5
  },
  // Linux alone loads what speaks D-Bus, and only once the tray is there.
  {
    name: 'desktop-bus',
    test: /electron\/adapters\/dbus\/|node_modules\/(@particle|@nornagon|event-stream|duplexer|from|map-stream|pause-stream|split|stream-combiner|through|jsbi|long|safe-buffer)\//,
    priority: 5
  },
  // What only a save of the settings needs, and what only a pasted address needs.
  {
    name: 'settings-store',
    test: /node_modules\/(electron-store|conf|ajv|ajv-formats|fast-uri|fast-deep-equal|json-schema-traverse|require-from-string|semver|dot-prop|debounce-fn|mimic-function|env-paths|type-fest)\//,
    priority: 4
  },
  { name: 'addresses', test: /node_modules\/(@noble|@scure)\//, priority: 4 },
  // Only the lines of what is wrong in a file of settings.
  { name: 'file-lines', test: /node_modules\/jsonc-parser\//, priority: 4 },
  { name: 'libraries', test: /node_modules/, priority: 2 }
];

// Of the window, the first paint is one file, and each screen one of its own. What several screens share comes apart by who
// shares it; of that, the small controls and what the alerts need are one file each, or there would be a dozen of 0.5 kB.
const windowGroups = [
  // The texts of one language: those of the first paint, and of each module that comes later.
  {
    name: (id: string, modules: Modules) =>
      languageOfModule(id) === null ? null : textFileName(id, reads(modules, PAGE).has(moduleOfTexts(id))),
    // What they share with code stays there: a person has one language only.
    includeDependenciesRecursively: false,
    priority: 0
  },
  { name: 'first', tags: ['$initial' as const], priority: 2 },
  { name: 'controls', test: /renderer\/ui\//, minShareCount: 2, priority: 1 },
  { name: 'alerts', test: /renderer\/(alerts\/|text\/alerts\.ts)/, minShareCount: 2, priority: 1 }
];

/** What the charts do not use of their library, and what nothing else of it does: assignments that keep it in the file. */
const UNUSED_OF_UPLOT = [
  'uPlot.join = join;',
  '(paths.stepped = stepped);',
  '(paths.bars    = bars);',
  '(paths.spline  = monotoneCubic);'
];

const lighterCharts: Plugin = {
  name: 'lighter-charts',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('uPlot.esm.js')) return null;
    const missing = UNUSED_OF_UPLOT.find(text => !code.includes(text));
    if (missing !== undefined)
      throw new Error(`uPlot has no "${missing}" any more: look what its file keeps now.`);
    return { code: UNUSED_OF_UPLOT.reduce((left, text) => left.replace(text, ''), code), map: null };
  }
};

/** A second pass over the window's files: what its bundler's own pass leaves is some 1.2 % of them. */
const tighter: Plugin = {
  name: 'tighter',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code =
          (await minify(file.code, { module: true, ecma: 2020, compress: { passes: 3 } })).code ?? file.code;
  }
};

/**
 * One Chinese sign in a file, and V8 keeps the text of all of it with two bytes for each character: 1.6 MB of the main process.
 * Such signs stand in texts and patterns only, where an escape means the same.
 */
const oneByteText: Plugin = {
  name: 'one-byte-text',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replace(
          /[\u0100-\uffff]/g,
          sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
        );
  }
};

export default defineConfig({
  main: {
    plugins: [oneByteText],
    build: {
      target: 'node20',
      externalizeDeps: true,
      rolldownOptions: {
        // Asked for by a part of the D-Bus library that is never called.
        external: ['x11'],
        input: { index: resolve('electron/main.ts'), live: resolve('electron/live-check.ts') },
        // Without blanks and comments a third less is read, parsed and kept; names stay, for the log's stack traces.
        output: {
          ...output,
          codeSplitting: { groups },
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } }
        }
      }
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
    plugins: [
      svelte({ configFile: resolve('svelte.config.mjs') }),
      textsByLanguage(),
      lighterCharts,
      tighter
    ],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      // Which file needs which others, for the tests of sizes; it is in no package.
      manifest: '.manifest.json',
      minify: 'oxc',
      rolldownOptions: {
        input: { index: resolve('renderer/index.html') },
        // Nobody reads the console of the window; what goes wrong there is thrown.
        output: {
          codeSplitting: { groups: windowGroups },
          minify: { compress: { dropConsole: true, target: 'chrome130' }, mangle: true, codegen: true }
        }
      }
    }
  }
});
