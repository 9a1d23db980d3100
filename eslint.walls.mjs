// The walls between the zones, as data: who may import what, and what it costs when somebody climbs over.
import { builtinModules } from 'node:module';
import { byMoney, renderedHtml, theWorld, windowWorld } from './eslint.bans.mjs';
import { filesWithZod } from './eslint.schemas.mjs';

const NAME = '[\\w-][\\w.-]*';
const SIBLING = `\\./${NAME}`;
const SHARED = `(\\.\\./)+shared/${NAME}`;
const IN_CORE = `\\.\\./core/${NAME}`;
const IN_LIB = `\\.\\./lib/${NAME}`;
const PACKAGE = '[^.].*';
const OF_HOST = `(?!svelte(/.*)?$)${PACKAGE}`;
/** Anchored and whole: a bare `electron` would match our own folder of that name. */
const OF_MAIN = `(node:.*|(electron|${builtinModules.join('|')})(/.*)?)`;
const OF_WINDOW = `(?!${OF_MAIN}$)(?!zod$)${PACKAGE}`;

const SCHEMAS = `(\\.\\./)+shared/(${filesWithZod().join('|')})`;
const SCHEMA_TYPES =
  'This file of shared/ brings zod with it: import its types only (`import type`). The page forbids compiled code, so zod runs four times slower there and grows the bundle; what the window needs as a value goes to a file of shared/ without schemas.';

const STATE_TYPES = {
  [`\\.\\./state/${NAME}`]:
    'Only the types of state/ (`import type`): a row, a word or a part that reads live state works in one place only, and its test needs the whole window.'
};

/** A zone of the window. The tail of its wall is the same for all: no electron, no node, no zod, nothing of electron/. */
const windowZone = (files, may, why, mayTypes = {}) => ({
  files: [`renderer/${files}`],
  may: [...may, `(?!${SCHEMAS}$)${SHARED}`, OF_WINDOW],
  mayTypes: { [SCHEMAS]: SCHEMA_TYPES, ...mayTypes },
  why: `${why} Besides, the window imports shared/ and libraries for pages, never electron, node, zod or electron/: a page has no node, and whatever it could reach there is what it must ask main for over the bridge.`,
  bans: [byMoney, renderedHtml, windowWorld]
});

/**
 * Zones by name: `files` minus `except`. `may`: the specifiers it may import. `mayTypes`: those of which it may import the
 * types, with why. `mayLater`: those it may load with `import()`. `why`: reason and cost, told to whoever imports else.
 * Every file is in exactly one zone, because flat config replaces the options of a rule where blocks overlap.
 */
export const ZONES = {
  shared: {
    files: ['shared/**/*.ts'],
    may: [SIBLING, 'zod'],
    why: 'shared/ imports zod and itself, nothing else: main, preload and window all load it, so whatever it imports must run in all three, or the sandboxed preload and the window break at start.',
    bans: [theWorld, byMoney]
  },
  'electron/core': {
    files: ['electron/core/**/*.ts'],
    may: [SIBLING, SHARED],
    why: 'core decides and never acts, so it imports shared/ and core/ only. What it needs from outside is a port in core/ports.ts, handed in by main.ts; otherwise its rules can only be tested with a desktop, a network and a wait.',
    bans: [theWorld, byMoney]
  },
  'electron/okx': {
    files: ['electron/okx/**/*.ts'],
    may: [SIBLING, SHARED, 'node:crypto', 'zod'],
    mayTypes: {
      '\\.\\./core/ports':
        'okx/ takes only the types of core/ports.ts: the poll calls it, and a value import back is a cycle that lets one service decide the rules.'
    },
    why: 'okx/ is text in, text out: shared/, the types of core/ports.ts, node:crypto and zod. If it sends or stores by itself, a retry carries a stale signature, and its quirks cannot be tested from recorded replies.',
    bans: [theWorld, byMoney]
  },
  'electron/addresses': {
    files: ['electron/addresses/**/*.ts'],
    may: [SIBLING, SHARED, '@scure/base', '@noble/hashes/.*'],
    why: 'addresses/ reads what was pasted, which may be a private key: shared/ and libraries of codes and hashes only. The chain list is its argument. Whatever else it could reach (a file, a log, a request) could carry a key out.',
    bans: [theWorld, byMoney]
  },
  'electron/adapters': {
    files: ['electron/adapters/*.ts'],
    // Pieces of an adapter lie in a folder of its name; that it is its own folder is checked in test/unit/project/layout.test.ts.
    may: [SHARED, IN_CORE, `${SIBLING}/${NAME}`, OF_HOST],
    why: 'An adapter touches one piece of the world for one port: shared/, core/, electron, node, libraries and the folder of its own name, never a sibling, okx/ or app.ts. main.ts joins them; adapters that know each other can only be replaced, faked and tested together.',
    bans: [byMoney]
  },
  'electron/adapters, pieces of one': {
    files: ['electron/adapters/*/*.ts'],
    may: [SIBLING, SHARED, `\\.\\./${IN_CORE}`, OF_HOST],
    why: 'A piece of an adapter imports its own folder, shared/, core/, electron, node and libraries, never an adapter, okx/ or app.ts: adapters that know each other can only be replaced, faked and tested together.',
    bans: [byMoney]
  },
  'electron/core/engine/engine.ts': {
    files: ['electron/core/engine/engine.ts'],
    may: [SHARED, `\\./(core|okx)/${NAME}`],
    why: 'app.ts imports shared/, core/ and okx/ only; the world is its argument. With electron, node or an adapter in it, whole rounds can no longer be tested with a fake world in milliseconds.',
    bans: [theWorld, byMoney]
  },
  'electron/preload.ts': {
    files: ['electron/preload.ts'],
    may: ['electron', '\\.\\./shared/channels'],
    mayTypes: {
      '\\.\\./shared/contract':
        'The preload takes only the types of the contract: its schemas bring zod into a sandbox of two functions and make every window start slower.'
    },
    why: 'The preload is two functions over known names: electron, shared/channels and the types of shared/contract. It runs sandboxed, where node and other files do not load: the bridge would be missing and the window blank.',
    bans: []
  },
  'electron/demo': {
    files: ['electron/demo/**/*.ts'],
    may: [SIBLING, SHARED, 'node:.*'],
    why: 'demo/ plays the service: shared/ and node only. With okx/, core/ or adapters/ in it, the server would repeat our own mistakes and agree with them, and tests against it would prove nothing.',
    bans: []
  },
  'electron/tools': {
    files: ['electron/tools/**/*.mjs'],
    may: [SIBLING, 'node:.*'],
    mayLater: ['.*'],
    why: 'tools/ runs before anything is installed: node and its own files. A static import of a package ends a fresh clone with ERR_MODULE_NOT_FOUND before its first sentence; load it with `await import()` after the installation.',
    bans: []
  },
  'electron, the files directly in it': {
    files: ['electron/*.ts'],
    except: ['electron/core/engine/engine.ts', 'electron/preload.ts'],
    may: [SHARED, `\\./(?!tools/)(${NAME}/)?${NAME}`, OF_HOST],
    why: 'The main process joins everything of electron/ and shared/, never renderer/, test/ or tools/: the window is loaded as a page and spoken to over the contract; its code breaks where there is no page.',
    bans: [byMoney]
  },
  'renderer/lib': windowZone(
    'lib/**/*.ts',
    [SIBLING],
    'lib/ is pure, so of the window it imports lib/ only, and the types of state/.',
    STATE_TYPES
  ),
  'renderer/state': windowZone(
    'state/**/*.ts',
    [SIBLING, IN_LIB],
    'state/ imports state/ and lib/: state that knows a view or a part cannot outlive it.'
  ),
  'renderer/parts': windowZone(
    'parts/**/*.{svelte,ts}',
    [SIBLING, IN_LIB],
    'A part gets props and sends events, so it imports parts/ and lib/, and the types of state/: one that reads state or a view works in one place only, and its test needs the whole window.',
    STATE_TYPES
  ),
  'renderer/views': windowZone(
    'views/**/*.{svelte,ts}',
    [`\\.\\./(parts|lib|state)/${NAME}`],
    'A view imports parts/, lib/ and state/, never another view: what two views share is a part; otherwise changing one screen changes another.'
  ),
  'renderer, the files directly in it': windowZone(
    '*.{svelte,ts}',
    [`\\./((views|parts|lib|state|css)/)?${NAME}`],
    'The root of the window joins views/, parts/, lib/ and state/.'
  )
};
