// Lint: the walls between the rooms, limits of size, types that hold, and nothing newer than the oldest runtime we support.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import n from 'eslint-plugin-n';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { barrels, sleeps } from './eslint.bans.mjs';
import { ZONES } from './eslint.walls.mjs';
import svelteConfig from './svelte.config.mjs';

const TYPED = ['**/*.{ts,mts}', '**/*.svelte'];
/** Electron 33 runs Node 20.18: what is newer there is a crash on a machine that has no newer runtime. */
const OLDEST_NODE = { version: '>=20.18.0' };
/** Called experimental by Node 20, and there all the same. */
const THERE = ['fetch', 'Request', 'Response', 'Headers', 'import.meta.dirname'];
const typeInfo = {
  projectService: true,
  tsconfigRootDir: import.meta.dirname,
  extraFileExtensions: ['.svelte']
};

const ANY_IS_FINE = Object.fromEntries(
  ['assignment', 'member-access', 'argument', 'return', 'call'].map(what => [
    `@typescript-eslint/no-unsafe-${what}`,
    'off'
  ])
);

/** Everything that is none of `specifiers`, as the source of a regular expression. */
const anythingBut = specifiers => `^(?!(?:${specifiers.join('|')})$)`;

/** `import()` and `import('…').Type`, which no-restricted-imports does not see. A slash would end the selector's regex. */
function laterImports({ may, mayTypes = {}, mayLater = [], why }) {
  const selector = (start, allowed) =>
    `${start}[value=/${anythingBut(allowed).replaceAll('\\/', '/').replaceAll('/', '\\u002F')}/]`;
  return [
    { selector: selector('ImportExpression > Literal', [...may, ...mayLater]), message: why },
    { selector: selector('TSImportType Literal', [...may, ...Object.keys(mayTypes)]), message: why }
  ];
}

/** The rules of one zone, each with all its options: a second block for the same file would replace them. */
function wall([name, zone]) {
  const all = kind => [barrels, ...zone.bans].flatMap(ban => ban[kind] ?? []);
  const types = Object.entries(zone.mayTypes ?? {});
  const patterns = [
    { regex: anythingBut([...zone.may, ...types.map(([what]) => what)]), message: zone.why },
    ...types.map(([what, why]) => ({ regex: `^${what}$`, message: why, allowTypeImports: true }))
  ].map(pattern => ({ ...pattern, caseSensitive: true }));
  return {
    name: `wall of ${name}`,
    files: zone.files,
    ignores: zone.except ?? [],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...all('syntax'), ...laterImports(zone)],
      'no-restricted-globals': ['error', ...all('globals')],
      'no-restricted-properties': ['error', ...all('properties')]
    }
  };
}

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.cache/', 'test-results/', 'pictures/', 'coverage/', 'test/fixtures/']),
  js.configs.recommended,
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: typeInfo },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A port promises a promise; an implementation that needs no await is right to be async all the same.
      '@typescript-eslint/require-await': 'off',
      // Ports are records of functions, written as methods; taken apart they lose no `this`, because none has one.
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...typeInfo, parser: tseslint.parser, svelteConfig } },
    rules: {
      // Props of other components are `any` here; svelte-check knows their types, and warnings, and runs too.
      ...ANY_IS_FINE,
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      'svelte/no-unused-svelte-ignore': 'off',
      // The window has no stores; this rule asks for the type of every name to find one.
      'svelte/require-store-reactive-access': 'off',
      // State that is replaced whole ($state.raw) holds plain sets, filled before they are handed over.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    files: ['**/*.{ts,mts,svelte,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      // From 300 lines on a file is named in test/unit/project/layout.test.ts, with its reason.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error'
    }
  },
  {
    files: ['{electron,shared,test}/**/*.{ts,mjs,cjs}', '*.mjs', '*.{ts,mts}'],
    plugins: { n },
    languageOptions: { globals: globals.node },
    rules: {
      'n/no-unsupported-features/node-builtins': ['error', { ...OLDEST_NODE, ignores: THERE }],
      'n/no-unsupported-features/es-builtins': ['error', OLDEST_NODE],
      'n/prefer-node-protocol': 'error'
    }
  },
  // The configuration files of the root belong to no project with types.
  { files: ['*.{ts,mts}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['renderer/**/*'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  Object.entries(ZONES).map(wall),
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      // Tests read replies and files as they are; a wrong guess shows as a failed expectation.
      ...ANY_IS_FINE
    }
  },
  {
    files: ['test/{unit,component}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...barrels.syntax, ...sleeps.syntax] }
  }
);
