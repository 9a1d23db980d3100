// The walls between the zones stand: each is climbed once by a planted file, and must refuse with its reason.
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZONES } from '../../../eslint.walls.mjs';

/** Planted files exist on no disk, so they are linted without type information; cycles have an instance of their own. */
const untyped = { ...tseslint.configs.disableTypeChecked, files: ['**/*'] };
const quick = new ESLint({ overrideConfig: [untyped, { rules: { 'import-x/no-cycle': 'off' } }] });
const thorough = new ESLint({ overrideConfig: untyped });

async function complaints(filePath: string, code: string, eslint = quick) {
  const isScript = filePath.endsWith('.svelte') && code.includes(';');
  const text = isScript ? `<script lang="ts">${code}</script>` : code;
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message }));
}

const value = (from: string) => `import { it } from '${from}';\nit();\n`;
const type = (from: string) => `import type { It } from '${from}';\nexport type Same = It;\n`;
const later = (from: string) => `void import('${from}');\n`;
const foreignType = (from: string) => `export type Same = import('${from}').It;\n`;

const IMPORTS = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';
const PROPERTIES = 'no-restricted-properties';

/** Planted file, its code, the rule that must refuse it, and words of the reason. */
const refused: [file: string, code: string, rule: string, reason: RegExp][] = [
  ['shared/planted.ts', value('electron'), IMPORTS, /must run in all three/],
  ['shared/planted.ts', value('node:fs'), IMPORTS, /must run in all three/],
  ['shared/planted.ts', type('../electron/core/ports'), IMPORTS, /must run in all three/],
  ['shared/planted.ts', value('svelte'), IMPORTS, /must run in all three/],
  ['shared/planted.ts', 'export const at = Date.now();', PROPERTIES, /Time is an argument/],
  ['shared/planted.ts', "export * from './key';", SYNTAX, /No barrels/],
  ['shared/planted.ts', "export const host = process.env['HOST'];", GLOBALS, /pure/],

  ['electron/core/planted.ts', value('electron'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', value('node:fs'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', value('fs'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', value('zod'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', type('../okx/reply'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', value('../adapters/http'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', value('./../adapters/http'), IMPORTS, /decides and never acts/],
  ['electron/core/planted.ts', later('../adapters/http'), SYNTAX, /decides and never acts/],
  ['electron/core/planted.ts', foreignType('electron'), SYNTAX, /decides and never acts/],
  ['electron/core/planted.ts', 'export const at = Date.now();', PROPERTIES, /Time is an argument/],
  ['electron/core/planted.ts', 'const { now } = Date;\nnow();', PROPERTIES, /Time is an argument/],
  ['electron/core/planted.ts', 'export const at = new Date();', SYNTAX, /Time is an argument/],
  ['electron/core/planted.ts', 'export const at = Date();', SYNTAX, /Time is an argument/],
  ['electron/core/planted.ts', 'setTimeout(() => {}, 1);', GLOBALS, /Time is an argument/],
  ['electron/core/planted.ts', 'export const share = Math.random();', PROPERTIES, /Chance is an argument/],
  ['electron/core/planted.ts', "void fetch('https://www.okx.com');", GLOBALS, /pure/],
  ['electron/core/planted.ts', "console.log('here');", GLOBALS, /leak a secret/],
  ['electron/core/planted.ts', 'process.exit();', GLOBALS, /pure/],
  ['electron/core/planted.ts', 'globalThis.close();', GLOBALS, /pure/],
  [
    'electron/core/planted.ts',
    'export const f = (h: { price: string }) => Number(h.price);',
    SYNTAX,
    /exact decimal/
  ],
  [
    'electron/core/planted.ts',
    'export const f = (row: { value: string }) => Number(row.value);',
    SYNTAX,
    /exact/
  ],
  ['electron/core/planted.ts', 'export const f = (total: string) => +total;', SYNTAX, /exact decimal/],
  [
    'electron/core/planted.ts',
    'export const f = (text: string) => parseFloat(text);',
    SYNTAX,
    /exact decimal/
  ],

  ['electron/okx/planted.ts', value('electron'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', value('node:fs'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', type('../adapters/http'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', type('../core/value'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', value('../core/ports'), IMPORTS, /only the types of core\/ports/],
  ['electron/okx/planted.ts', 'export const at = new Date().toISOString();', SYNTAX, /Time is an argument/],

  ['electron/addresses/planted.ts', value('node:fs'), IMPORTS, /could carry a key out/],
  ['electron/addresses/planted.ts', value('zod'), IMPORTS, /could carry a key out/],
  ['electron/addresses/planted.ts', type('../okx/chains'), IMPORTS, /chain list is its argument/],
  ['electron/addresses/planted.ts', type('../core/ports'), IMPORTS, /shared\/ and libraries/],
  ['electron/addresses/planted.ts', "console.log('here');", GLOBALS, /leak a secret/],

  ['electron/adapters/planted.ts', value('./http'), IMPORTS, /never a sibling/],
  ['electron/adapters/planted.ts', type('./http'), IMPORTS, /never a sibling/],
  ['electron/adapters/planted.ts', value('../okx/sign'), IMPORTS, /never a sibling, okx/],
  ['electron/adapters/planted.ts', later('../okx/sign'), SYNTAX, /never a sibling, okx/],
  ['electron/adapters/planted.ts', value('../app'), IMPORTS, /or app\.ts/],
  [
    'electron/adapters/planted.ts',
    value('../../../renderer/holdings/table-rows'),
    IMPORTS,
    /never a sibling/
  ],
  ['electron/adapters/planted.ts', "import 'svelte';", IMPORTS, /electron, node, libraries/],

  ['electron/adapters/planted/piece.ts', value('../http'), IMPORTS, /never an adapter/],
  ['electron/adapters/planted/piece.ts', value('../../okx/sign'), IMPORTS, /never an adapter, okx/],

  ['electron/core/engine/engine.ts', value('electron'), IMPORTS, /the world is its argument/],
  ['electron/core/engine/engine.ts', value('node:fs'), IMPORTS, /the world is its argument/],
  ['electron/core/engine/engine.ts', type('./adapters/http'), IMPORTS, /the world is its argument/],
  ['electron/core/engine/engine.ts', 'export const at = Date.now();', PROPERTIES, /Time is an argument/],

  ['electron/preload.ts', value('zod'), IMPORTS, /runs sandboxed/],
  ['electron/preload.ts', value('node:fs'), IMPORTS, /runs sandboxed/],
  ['electron/preload.ts', value('../shared/contract'), IMPORTS, /only the types of the contract/],
  ['electron/preload.ts', type('../shared/state'), IMPORTS, /runs sandboxed/],

  ['electron/demo/planted.ts', value('../okx/sign'), IMPORTS, /repeat our own mistakes/],
  ['electron/demo/planted.ts', value('../core/value'), IMPORTS, /repeat our own mistakes/],
  ['electron/demo/planted.ts', value('electron'), IMPORTS, /repeat our own mistakes/],

  ['electron/tools/planted.mjs', value('electron'), IMPORTS, /before anything is installed/],
  ['electron/tools/planted.mjs', value('@electron/asar'), IMPORTS, /before anything is installed/],

  ['electron/main.ts', value('../renderer/lib/rows'), IMPORTS, /never renderer/],
  ['electron/commands/read.ts', value('../test/fakes/world'), IMPORTS, /never renderer\/, test/],
  ['electron/main.ts', "import 'svelte';", IMPORTS, /never renderer/],

  ['renderer/lib/planted.ts', value('electron'), IMPORTS, /never electron/],
  ['renderer/lib/planted.ts', value('node:fs'), IMPORTS, /a page has no node/],
  ['renderer/lib/planted.ts', value('fs/promises'), IMPORTS, /a page has no node/],
  ['renderer/lib/planted.ts', type('../../../electron/core/tray/menu'), IMPORTS, /never electron/],
  ['renderer/lib/planted.ts', value('zod'), IMPORTS, /never electron, node, zod/],
  ['renderer/lib/planted.ts', value('../../../shared/ipc/contract'), IMPORTS, /brings zod with it/],
  ['renderer/lib/planted.ts', value('../state/model.svelte'), IMPORTS, /Only the types of state/],
  ['renderer/lib/planted.ts', type('../parts/Row.svelte'), IMPORTS, /lib\/ is pure/],
  ['renderer/state/planted.svelte.ts', value('../parts/Row.svelte'), IMPORTS, /cannot outlive it/],
  ['renderer/parts/Planted.svelte', value('../state/model.svelte'), IMPORTS, /Only the types of state/],
  ['renderer/parts/Planted.svelte', value('../views/Overview.svelte'), IMPORTS, /works in one place only/],
  ['renderer/views/Planted.svelte', value('./Settings.svelte'), IMPORTS, /never another view/],
  ['renderer/shell/App.svelte', value('../electron/preload'), IMPORTS, /never electron/],
  ['renderer/shell/App.svelte', later('electron'), SYNTAX, /never electron/],
  ['renderer/lib/planted.ts', "void fetch('https://www.okx.com');", GLOBALS, /asks main over the bridge/],
  ['renderer/lib/planted.ts', 'document.body.innerHTML = document.title;', PROPERTIES, /come from strangers/],
  ['renderer/parts/Planted.svelte', '{@html document.title}', 'svelte/no-at-html-tags', /XSS/],

  ['test/unit/planted.test.ts', 'await new Promise(r => setTimeout(r, 5));', SYNTAX, /sleeps/],
  [
    'test/unit/planted.test.ts',
    "import { setTimeout as wait } from 'node:timers/promises';\nwait();",
    SYNTAX,
    /sleeps/
  ],

  [
    'electron/adapters/planted.ts',
    "import { DatabaseSync } from 'node:sqlite';\nnew DatabaseSync('');",
    'n/no-unsupported-features/node-builtins',
    /20\.18/
  ],
  ['electron/core/planted.ts', '// line\n'.repeat(151), 'max-lines', /Maximum allowed is 150/],
  ['test/unit/planted.test.ts', '// line\n'.repeat(301), 'max-lines', /Maximum allowed is 300/],
  [
    'electron/core/planted.ts',
    `export function long() {\n${'// line\n'.repeat(50)}}`,
    'max-lines-per-function',
    /Maximum allowed is 50/
  ]
];

/** What the table of zones allows, so that no wall stands in the way of a legal import. */
const allowed: [file: string, code: string][] = [
  ['shared/planted.ts', value('zod') + type('./key')],
  ['electron/core/planted.ts', value('../../../shared/domain/decimal') + type('./ports')],
  ['electron/core/planted.ts', 'export const text = (at: number) => new Date(at).toISOString();'],
  ['electron/okx/planted.ts', value('zod') + type('../core/ports')],
  ['electron/okx/planted.ts', value('node:crypto')],
  ['electron/addresses/planted.ts', value('@scure/base') + type('../../../shared/schema/wallet')],
  ['electron/addresses/planted.ts', value('@noble/hashes/sha2.js') + type('./reading')],
  ['electron/adapters/planted.ts', value('electron') + type('../core/ports')],
  ['electron/adapters/planted.ts', later('keytar') + value('node:fs/promises')],
  ['electron/adapters/planted.ts', value('../core/menu') + type('../../../shared/schema/key')],
  ['electron/adapters/planted.ts', value('./planted/piece')],
  ['electron/adapters/planted/piece.ts', value('./other-piece') + type('../../core/ports')],
  ['electron/core/engine/engine.ts', value('./core/poll') + type('../shared/state')],
  ['electron/core/engine/engine.ts', value('./okx/drivers')],
  ['electron/preload.ts', value('electron') + type('../shared/contract')],
  ['electron/preload.ts', value('../shared/channels')],
  ['electron/demo/planted.ts', value('node:http') + type('../../../shared/schema/holding')],
  ['electron/demo/planted.ts', value('./market')],
  ['electron/tools/planted.mjs', value('node:fs') + later('@electron/asar')],
  ['electron/main.ts', value('electron') + later('./adapters/http')],
  ['electron/commands/read.ts', value('./core/report')],
  [
    'renderer/lib/planted.ts',
    value('../../../shared/domain/decimal') + type('../../../shared/schema/app-state')
  ],
  ['renderer/lib/planted.ts', type('../state/view.svelte')],
  ['renderer/lib/planted.ts', 'export const f = (input: { value: string }) => Number(input.value);'],
  ['renderer/state/planted.svelte.ts', value('../lib/rows') + 'export const a: number = $state(0);'],
  ['renderer/parts/Planted.svelte', value('../lib/rows') + "import Row from './Row.svelte';\nRow;"],
  ['renderer/parts/Planted.svelte', type('../state/view.svelte')],
  [
    'renderer/views/Planted.svelte',
    value('../state/model.svelte') + type('../../../shared/schema/app-state')
  ],
  ['renderer/shell/App.svelte', value('./views/Overview.svelte') + "import './app.css';"],
  ['test/unit/planted.test.ts', value('electron') + type('../../../electron/adapters/http/http')]
];

const WALLS = [IMPORTS, SYNTAX, GLOBALS, PROPERTIES];

describe('walls', () => {
  // The first text loads parsers and plugins.
  beforeAll(() => complaints('shared/planted.ts', ''), 60_000);

  it.each(refused)('%s refuses %j by %s', async (file, code, rule, reason) => {
    const found = await complaints(file, code);
    expect(found).toContainEqual({ rule, message: expect.stringMatching(reason) as string });
    expect(
      found.map(complaint => complaint.rule).filter(each => WALLS.includes(each ?? '') && each !== rule)
    ).toEqual([]);
  });

  it.each(allowed)('%s may say %j', async (file, code) => {
    expect(
      (await complaints(file, code)).filter(({ rule }) => rule === null || WALLS.includes(rule))
    ).toEqual([]);
  });

  it.each(Object.entries(ZONES))('%s gives its whole reason', async (_name, { files, why }) => {
    const planted = (files[0] ?? '').replace(/\*\*\/\*|\*/g, 'planted').replace(/\{.*\}/, 'ts');
    const [complaint] = await complaints(planted, value('../../../nowhere'));
    expect(complaint).toEqual({ rule: IMPORTS, message: expect.stringContaining(why) as string });
  });

  it('refuse a circle of imports', async () => {
    const code = "import { Part } from './snapshot';\nexport const FAILURE_CODES = Part;\n";
    const found = await complaints('shared/domain/failure.ts', code, thorough);
    expect(found.map(({ rule }) => rule)).toEqual(['import-x/no-cycle']);
  }, 60_000);
});
