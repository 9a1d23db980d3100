// Tests the walls between the zones: a planted file breaks each rule once, and lint must refuse it with the reason.
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZONES } from '../../../eslint.walls.mjs';
import { circlesIn } from './import-graph';

/** Planted files do not exist on disk, so they are linted without type information. */
const eslint = new ESLint({ overrideConfig: { ...tseslint.configs.disableTypeChecked, files: ['**/*'] } });

async function complaints(filePath: string, code: string) {
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

/** Planted file, its code, the rule that must refuse it, and text of the reason. */
const refused: [file: string, code: string, rule: string, reason: RegExp][] = [
  ['shared/domain/planted.ts', value('electron'), IMPORTS, /must run in all of them/],
  ['shared/domain/planted.ts', value('zod'), IMPORTS, /must run in all of them/],
  ['shared/alerts/planted.ts', type('../domain/failure'), IMPORTS, /may import itself alone/],
  ['shared/domain/planted.ts', type('../schema/settings'), IMPORTS, /may import shared\/alerts/],
  ['shared/schema/planted.ts', value('electron'), IMPORTS, /must run in all three/],
  ['shared/schema/planted.ts', value('node:fs'), IMPORTS, /must run in all three/],
  ['shared/schema/planted.ts', type('../../electron/core/ports/ports'), IMPORTS, /must run in all three/],
  ['shared/schema/planted.ts', type('../text/money'), IMPORTS, /may import shared\/domain/],
  ['shared/text/planted.ts', value('svelte'), IMPORTS, /must run in all three/],
  ['shared/text/planted.ts', 'export const at = Date.now();', PROPERTIES, /Time is an argument/],
  ['shared/schema/planted.ts', "export * from './key';", SYNTAX, /No barrels/],
  ['shared/domain/planted.ts', "export const host = process.env['HOST'];", GLOBALS, /pure/],

  ['electron/core/alerts/planted.ts', value('electron'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', value('node:fs'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', value('fs'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', value('zod'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', type('../../okx/balance-reply'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', value('../../adapters/http/http'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', value('./../polling/round'), IMPORTS, /decides and never acts/],
  ['electron/core/alerts/planted.ts', type('../polling/round'), IMPORTS, /core\/alerts\/ may import/],
  ['electron/core/alerts/planted.ts', later('../../adapters/http/http'), SYNTAX, /decides and never acts/],
  ['electron/core/alerts/planted.ts', foreignType('electron'), SYNTAX, /decides and never acts/],
  ['electron/core/alerts/planted.ts', value('../../../shared/schema/alert'), IMPORTS, /brings zod/],
  ['electron/core/alerts/planted.ts', value('../../../shared/ipc/contract'), IMPORTS, /brings zod/],
  ['electron/core/alerts/planted.ts', 'export const at = Date.now();', PROPERTIES, /Time is an argument/],
  ['electron/core/alerts/planted.ts', 'const { now } = Date;\nnow();', PROPERTIES, /Time is an argument/],
  ['electron/core/alerts/planted.ts', 'export const at = new Date();', SYNTAX, /Time is an argument/],
  ['electron/core/alerts/planted.ts', 'export const at = Date();', SYNTAX, /Time is an argument/],
  ['electron/core/alerts/planted.ts', 'setTimeout(() => {}, 1);', GLOBALS, /Time is an argument/],
  [
    'electron/core/alerts/planted.ts',
    'export const share = Math.random();',
    PROPERTIES,
    /Chance is an argument/
  ],
  ['electron/core/alerts/planted.ts', "void fetch('https://www.okx.com');", GLOBALS, /pure/],
  ['electron/core/alerts/planted.ts', "console.log('here');", GLOBALS, /leak a secret/],
  ['electron/core/alerts/planted.ts', 'process.exit();', GLOBALS, /pure/],
  ['electron/core/alerts/planted.ts', 'globalThis.close();', GLOBALS, /pure/],
  [
    'electron/core/portfolio/planted.ts',
    'export const f = (h: { price: string }) => Number(h.price);',
    SYNTAX,
    /exact decimal/
  ],
  [
    'electron/core/portfolio/planted.ts',
    'export const f = (row: { value: string }) => Number(row.value);',
    SYNTAX,
    /exact/
  ],
  ['electron/core/portfolio/planted.ts', 'export const f = (total: string) => +total;', SYNTAX, /exact/],
  [
    'electron/core/portfolio/planted.ts',
    'export const f = (text: string) => parseFloat(text);',
    SYNTAX,
    /exact decimal/
  ],

  ['electron/okx/planted.ts', value('electron'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', value('node:fs'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', type('../adapters/http/http'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', type('../core/portfolio/portfolio'), IMPORTS, /text in, text out/],
  ['electron/okx/planted.ts', value('../core/ports/ports'), IMPORTS, /only the types of core\/ports/],
  ['electron/okx/planted.ts', 'export const at = new Date().toISOString();', SYNTAX, /Time is an argument/],

  ['electron/addresses/planted.ts', value('node:fs'), IMPORTS, /could carry a key out/],
  ['electron/addresses/planted.ts', value('zod'), IMPORTS, /could carry a key out/],
  ['electron/addresses/planted.ts', type('../okx/chains'), IMPORTS, /chain list is its argument/],
  ['electron/addresses/planted.ts', type('../core/ports/ports'), IMPORTS, /shared\/ and libraries/],
  ['electron/addresses/planted.ts', "console.log('here');", GLOBALS, /leak a secret/],

  ['electron/adapters/http/planted.ts', value('../storage/keychain'), IMPORTS, /never another room/],
  ['electron/adapters/http/planted.ts', type('../storage/keychain'), IMPORTS, /never another room/],
  [
    'electron/adapters/http/planted.ts',
    value('../../okx/request'),
    IMPORTS,
    /never another room of adapters, okx/
  ],
  ['electron/adapters/http/planted.ts', later('../../okx/request'), SYNTAX, /never another room/],
  [
    'electron/adapters/http/planted.ts',
    value('../../../renderer/state/bridge'),
    IMPORTS,
    /what stands above/
  ],
  ['electron/adapters/http/planted.ts', "import 'svelte';", IMPORTS, /one piece of the world/],

  ['electron/core/engine/planted.ts', value('electron'), IMPORTS, /handed in by electron\/app/],
  [
    'electron/core/engine/planted.ts',
    type('../../adapters/http/http'),
    IMPORTS,
    /handed in by electron\/app/
  ],

  ['electron/preload.ts', value('zod'), IMPORTS, /runs sandboxed/],
  ['electron/preload.ts', value('node:fs'), IMPORTS, /runs sandboxed/],
  ['electron/preload.ts', value('../shared/ipc/contract'), IMPORTS, /only the types of the contract/],
  ['electron/preload.ts', type('../shared/schema/app-state'), IMPORTS, /runs sandboxed/],

  ['electron/fake-okx/planted.ts', value('../okx/request'), IMPORTS, /repeat our own mistakes/],
  ['electron/fake-okx/planted.ts', value('../core/portfolio/portfolio'), IMPORTS, /repeat our own mistakes/],
  ['electron/fake-okx/planted.ts', value('electron'), IMPORTS, /repeat our own mistakes/],

  ['electron/tools/planted.mjs', value('electron'), IMPORTS, /before anything is installed/],
  ['electron/tools/planted.mjs', value('@electron/asar'), IMPORTS, /before anything is installed/],
  ['electron/tools/lib/planted.mjs', value('../setup/build.mjs'), IMPORTS, /may import itself alone/],

  ['electron/main.ts', value('../renderer/state/bridge'), IMPORTS, /never imports renderer/],
  ['electron/cli/planted.ts', value('../../test/fakes/world'), IMPORTS, /never imports renderer\/, test/],
  ['electron/cli/planted.ts', value('../profile/stores'), IMPORTS, /electron\/cli\/ may import/],
  ['electron/commands/planted.ts', type('../app/application'), IMPORTS, /electron\/commands\/ may import/],
  ['electron/main.ts', "import 'svelte';", IMPORTS, /never imports renderer/],

  ['renderer/text/planted.ts', value('electron'), IMPORTS, /never electron/],
  ['renderer/text/planted.ts', value('node:fs'), IMPORTS, /a page has no node/],
  ['renderer/text/planted.ts', value('fs/promises'), IMPORTS, /a page has no node/],
  ['renderer/text/planted.ts', type('../../electron/core/tray/menu'), IMPORTS, /never electron/],
  ['renderer/text/planted.ts', value('zod'), IMPORTS, /never electron, node, zod/],
  ['renderer/text/planted.ts', value('../../shared/ipc/contract'), IMPORTS, /brings zod with it/],
  ['renderer/text/planted.ts', value('../../shared/schema/app-state'), IMPORTS, /brings zod with it/],
  ['renderer/text/planted.ts', type('../holdings/labels'), IMPORTS, /renderer\/text\/ may import/],
  [
    'renderer/holdings/planted.ts',
    value('../state/app-state.svelte'),
    IMPORTS,
    /Only the types of a file with state/
  ],
  ['renderer/holdings/planted.ts', value('../state/bridge'), IMPORTS, /or of the bridge/],
  ['renderer/holdings/planted.ts', value('./Row.svelte'), IMPORTS, /Only the types/],
  [
    'renderer/state/planted.svelte.ts',
    value('../holdings/Row.svelte'),
    IMPORTS,
    /renderer\/state\/ may import/
  ],
  [
    'renderer/holdings/Planted.svelte',
    value('../state/app-state.svelte'),
    IMPORTS,
    /Only the types of a file with state/
  ],
  [
    'renderer/holdings/Planted.svelte',
    value('../overview/Overview.svelte'),
    IMPORTS,
    /renderer\/holdings\/ may import/
  ],
  [
    'renderer/settings/Planted.svelte',
    value('../wallets/Wallets.svelte'),
    IMPORTS,
    /renderer\/settings\/ may import/
  ],
  ['renderer/shell/App.svelte', value('../../electron/preload'), IMPORTS, /never electron/],
  ['renderer/shell/App.svelte', later('electron'), SYNTAX, /never electron/],
  ['renderer/text/planted.ts', "void fetch('https://www.okx.com');", GLOBALS, /asks main over the bridge/],
  [
    'renderer/text/planted.ts',
    'document.body.innerHTML = document.title;',
    PROPERTIES,
    /come from strangers/
  ],
  ['renderer/ui/Planted.svelte', '{@html document.title}', 'svelte/no-at-html-tags', /XSS/],

  ['test/unit/planted.test.ts', 'await new Promise(r => setTimeout(r, 5));', SYNTAX, /sleeps/],
  [
    'test/unit/planted.test.ts',
    "import { setTimeout as wait } from 'node:timers/promises';\nwait();",
    SYNTAX,
    /sleeps/
  ],

  [
    'electron/adapters/storage/planted.ts',
    "import { DatabaseSync } from 'node:sqlite';\nnew DatabaseSync('');",
    'n/no-unsupported-features/node-builtins',
    /20\.18/
  ],
  ['electron/core/alerts/planted.ts', 'f();\n'.repeat(401), 'max-lines', /Maximum allowed is 400/],
  ['test/unit/planted.test.ts', 'f();\n'.repeat(501), 'max-lines', /Maximum allowed is 500/],
  [
    'electron/core/alerts/planted.ts',
    `export function long() {\n${'f();\n'.repeat(60)}}`,
    'max-lines-per-function',
    /Maximum allowed is 60/
  ]
];

/** Imports that the table of rooms allows, to check that no wall refuses a legal import. */
const allowed: [file: string, code: string][] = [
  ['shared/schema/planted.ts', value('zod') + type('./key') + value('../domain/decimal')],
  ['shared/ipc/planted.ts', value('../schema/settings') + value('../text/money')],
  ['electron/core/alerts/planted.ts', value('../../../shared/domain/decimal') + type('../ports/ports')],
  ['electron/core/alerts/planted.ts', type('../../../shared/schema/alert') + value('../state/model')],
  ['electron/core/alerts/planted.ts', 'export const text = (at: number) => new Date(at).toISOString();'],
  ['electron/okx/planted.ts', value('zod') + type('../core/ports/ports')],
  ['electron/okx/planted.ts', value('node:crypto')],
  ['electron/addresses/planted.ts', value('@scure/base') + type('../../shared/schema/wallet')],
  ['electron/addresses/planted.ts', value('@noble/hashes/sha2.js') + type('./reading')],
  ['electron/adapters/http/planted.ts', value('electron') + type('../../core/ports/ports')],
  ['electron/adapters/http/planted.ts', later('keytar') + value('node:fs/promises')],
  ['electron/adapters/http/planted.ts', value('../../core/tray/menu') + type('../../../shared/schema/key')],
  ['electron/adapters/http/planted.ts', value('./connector')],
  ['electron/core/engine/planted.ts', value('../polling/round') + type('../../../shared/schema/app-state')],
  ['electron/preload.ts', value('electron') + type('../shared/ipc/contract')],
  ['electron/preload.ts', value('../shared/ipc/channels')],
  ['electron/fake-okx/planted.ts', value('node:http') + type('../../shared/schema/holding')],
  ['electron/demo/planted.ts', value('./market') + value('../fake-okx/server')],
  ['electron/tools/planted.mjs', value('node:fs') + later('@electron/asar')],
  ['electron/tools/planted.mjs', value('./lib/say.mjs')],
  ['electron/main.ts', value('electron') + later('./adapters/http/http')],
  ['electron/commands/planted.ts', value('../core/report/output-formats')],
  ['electron/app/planted.ts', value('./screenshots/scenes') + value('../demo/demo')],
  [
    'renderer/holdings/planted.ts',
    value('../../shared/domain/decimal') + type('../../shared/schema/app-state')
  ],
  ['renderer/holdings/planted.ts', type('../state/navigation.svelte') + value('./filter/filters')],
  ['renderer/text/planted.ts', 'export const f = (input: { value: string }) => Number(input.value);'],
  ['renderer/state/planted.svelte.ts', value('./bridge') + 'export const a: number = $state(0);'],
  ['renderer/state/planted.svelte.ts', value('../../shared/ipc/state-push')],
  ['renderer/holdings/Planted.svelte', value('./table-rows') + "import Row from './Row.svelte';\nRow;"],
  ['renderer/holdings/Planted.svelte', type('../state/navigation.svelte')],
  ['renderer/holdings/Planted.svelte', value('../ui/list/virtual-rows.svelte')],
  ['renderer/wallets/Wallets.svelte', value('../accounts/accounts.svelte')],
  ['renderer/shell/App.svelte', value('../overview/Overview.svelte') + type('../../shared/schema/app-state')],
  ['renderer/main.ts', value('./shell/App.svelte') + "import './app.css';"],
  ['test/unit/planted.test.ts', value('electron') + type('../../electron/adapters/http/http')]
];

const WALLS = [IMPORTS, SYNTAX, GLOBALS, PROPERTIES];

describe('walls', () => {
  // The first text loads parsers and plugins.
  beforeAll(() => complaints('shared/domain/planted.ts', ''), 60_000);

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
    const planted = (files[0] ?? '').replace(/\*/g, 'planted');
    const [complaint] = await complaints(planted, value('../../../nowhere'));
    expect(complaint).toEqual({ rule: IMPORTS, message: expect.stringContaining(why) as string });
  });

  it('detect an import cycle, types included, and which files are outside of it', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', []]
    ]);
    expect(circlesIn(graph)).toEqual([['a', 'b', 'c']]);
    graph.set('e', ['d']);
    expect(circlesIn(graph)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e']
    ]);
  });
});
