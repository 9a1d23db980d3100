// The walls between the rooms, made from the rows of eslint.rooms.mjs: who may import what, and what it costs to climb over.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { byMoney, renderedHtml, theWorld, windowWorld } from './eslint.bans.mjs';
import { allowedIn, ROOMS } from './eslint.rooms.mjs';

const NAME = '[\\w-][\\w.-]*';
const SIBLING = `\\./${NAME}`;
const PACKAGE = '[^.].*';
const OF_HOST = `(?!svelte(/.*)?$)${PACKAGE}`;
/** Anchored and whole: a bare `electron` would match our own folder of that name. */
const OF_MAIN = `(node:.*|(electron|${builtinModules.join('|')})(/.*)?)`;
const OF_WINDOW = `(?!${OF_MAIN}$)(?!zod$)${PACKAGE}`;

/** Rooms of shared/ whose files bring zod; two files of the contract are free of it. */
const WITH_SCHEMAS = ['shared/schema', 'shared/ipc'];
const WITHOUT_SCHEMAS = ['channels', 'state-push'];

/** Components that make the state of the window; all others get what they show as props. */
const SCREENS = [
  'renderer/shell/App.svelte',
  'renderer/shell/Overlays.svelte',
  'renderer/shell/Page.svelte',
  'renderer/wallets/Wallets.svelte',
  'renderer/keys/Connect.svelte',
  'renderer/settings/Settings.svelte',
  'renderer/popover/Popover.svelte'
];
/** Files that name components, so that they are loaded together. */
const ENTRIES = [
  'renderer/main.ts',
  'renderer/popover.ts',
  'renderer/details/drawers.ts',
  'renderer/doubts/doubts.ts'
];

/** The way from a file of one room to a file of another, as it stands in an import; the source of a regular expression. */
function wayTo(room, target, name = NAME) {
  const way = posix.relative(room, target) || '.';
  return `${(way.startsWith('.') ? way : `./${way}`).replaceAll('.', '\\.')}/${name}`;
}

const SCHEMA_TYPES =
  'This file brings zod with it: import its types only (`import type`). The window forbids compiled code, so zod runs four times slower there and grows the bundle; tray and reading commands load core, and start later by it. What is needed as a value goes to shared/domain.';
const STATE_TYPES =
  'Only the types of a file with state, or of the bridge (`import type`): what reads live state works in one place only, and its test needs the whole window. Take it as a prop or an argument.';

/** Types alone: the schemas; `part` says whether they are read as values. */
function schemaTypes(room) {
  const free = `(?!(${WITHOUT_SCHEMAS.join('|')})$)${NAME}`;
  return Object.fromEntries(WITH_SCHEMAS.map(target => [wayTo(room, target, free), SCHEMA_TYPES]));
}

const CORE = {
  may: [],
  onlyTypes: schemaTypes,
  why: 'core decides and never acts. What it needs from outside is a port in core/ports, handed in by electron/app; otherwise its rules can only be tested with a desktop, a network and a wait.',
  bans: [theWorld, byMoney]
};
const HOST = {
  may: [OF_HOST],
  why: 'The main process never imports renderer/, test/ or tools/: the window is loaded as a page and spoken to over the contract; its code breaks where there is no page.',
  bans: [byMoney]
};

const LOADED_EVERYWHERE = {
  may: [],
  why: 'shared/alerts, shared/domain, shared/holdings and shared/names are loaded by main, preload, window and every command, so whatever they import must run in all of them: nothing but each other.',
  bans: [theWorld, byMoney]
};

/** What holds for a part of the sources beside the rows of its rooms; the longest beginning of a room's name decides. */
const PARTS = {
  'shared/alerts': LOADED_EVERYWHERE,
  'shared/domain': LOADED_EVERYWHERE,
  'shared/holdings': LOADED_EVERYWHERE,
  'shared/names': LOADED_EVERYWHERE,
  shared: {
    may: ['zod'],
    why: 'shared/ imports zod and itself, nothing else: main, preload and window all load it, so whatever it imports must run in all three, or the sandboxed preload and the window break at start.',
    bans: [theWorld, byMoney]
  },
  'electron/core': CORE,
  'electron/okx': {
    may: ['node:crypto', 'zod'],
    onlyTypes: () => ({
      '\\.\\./core/ports/[\\w-]+':
        'okx/ takes only the types of core/ports: the poll calls it, and a value import back is a circle that lets one service decide the rules.'
    }),
    why: 'okx/ is text in, text out. If it sends or stores by itself, a retry carries a stale signature, and its quirks cannot be tested from recorded replies.',
    bans: [theWorld, byMoney]
  },
  'electron/addresses': {
    may: ['@scure/base', '@noble/hashes/.*'],
    why: 'addresses/ reads what was pasted, which may be a private key: shared/ and libraries of codes and hashes only. The chain list is its argument. Whatever else it could reach (a file, a log, a request) could carry a key out.',
    bans: [theWorld, byMoney]
  },
  'electron/adapters': {
    may: [OF_HOST],
    why: 'An adapter touches one piece of the world for one port: never another room of adapters, okx/ or what stands above. electron/app joins them; adapters that know each other can only be replaced, faked and tested together.',
    bans: [byMoney]
  },
  'electron/fake-okx': {
    may: ['node:.*'],
    why: 'fake-okx/ plays the service: shared/ and node only. With okx/, core/ or adapters/ in it, the server would repeat our own mistakes and agree with them, and tests against it would prove nothing.',
    bans: []
  },
  'electron/tools': {
    may: ['node:.*'],
    mayLater: ['.*'],
    why: 'tools/ runs before anything is installed: node and its own files. A static import of a package ends a fresh clone with ERR_MODULE_NOT_FOUND before its first sentence; load it with `await import()` after the installation.',
    bans: []
  },
  electron: HOST,
  renderer: {
    may: [OF_WINDOW],
    onlyTypes: schemaTypes,
    why: 'The window imports shared/ and libraries for pages, never electron, node, zod or electron/: a page has no node, and whatever it could reach there is what it must ask main for over the bridge.',
    bans: [byMoney, renderedHtml, windowWorld]
  }
};

function partOf(room) {
  const names = Object.keys(PARTS).filter(name => room === name || room.startsWith(`${name}/`));
  return PARTS[names.sort((a, b) => b.length - a.length)[0]];
}

/** `files` minus `except`; the same walls for all of them, and `types` of which no value is taken. */
function zone(room, files, { except = [], types = {} } = {}) {
  const { may, mayLater = [], onlyTypes = () => ({}), why, bans } = partOf(room);
  const rooms = allowedIn(room);
  const told = rooms.length === 0 ? 'itself alone' : rooms.join(', ');
  const mayTypes = { ...types, ...onlyTypes(room) };
  const never = Object.keys(mayTypes).map(way => `(?!${way}$)`);
  const ways = [SIBLING, ...rooms.map(target => wayTo(room, target)), ...may];
  return {
    files,
    except,
    may: ways.map(way => `${never.join('')}${way}`),
    mayTypes,
    mayLater,
    why: `${why} ${room}/ may import ${told} (eslint.rooms.mjs).`,
    bans
  };
}

/** Of the window a room has three kinds of files, told by their ending: with state, components, and plain ones. */
function zonesOfWindow(room) {
  const all = file =>
    allowedIn(room)
      .concat(room)
      .map(target => [wayTo(room, target, file), STATE_TYPES]);
  const state = Object.fromEntries([...all('(?!virtual-rows\\.)[a-z][\\w-]*\\.svelte'), ...all('bridge')]);
  const components = Object.fromEntries(all('[A-Z]\\w*\\.svelte'));
  const screens = [...SCREENS, ...ENTRIES].filter(file => posix.dirname(file) === room);
  return {
    [`${room}, state and screens`]: zone(room, [`${room}/*.svelte.ts`, ...screens]),
    [`${room}, components`]: zone(room, [`${room}/*.svelte`], { except: screens, types: state }),
    [`${room}, plain files`]: zone(room, [`${room}/*.ts`], {
      except: [`${room}/*.svelte.ts`, ...screens],
      types: { ...state, ...components }
    })
  };
}

/**
 * Zones by name: `files` minus `except`. `may`: the specifiers it may import. `mayTypes`: those of which it may import the
 * types, with why. `mayLater`: those it may load with `import()`. `why`: reason and cost, told to whoever imports else.
 * Every file is in exactly one zone, because flat config replaces the options of a rule where blocks overlap.
 * @type {Record<string, { files: string[]; except: string[]; may: string[]; mayTypes: Record<string, string>; mayLater?: string[]; why: string; bans: object[] }>}
 */
export const ZONES = {
  'electron/preload.ts': {
    files: ['electron/preload.ts'],
    except: [],
    may: ['electron', '\\.\\./shared/ipc/channels'],
    mayTypes: {
      '\\.\\./shared/ipc/contract':
        'The preload takes only the types of the contract: its schemas bring zod into a sandbox of two functions and make every window start slower.'
    },
    why: 'The preload is two functions over known names: electron, shared/ipc/channels and the types of the contract. It runs sandboxed, where node and other files do not load: the bridge would be missing and the window blank.',
    bans: []
  },
  ...Object.assign(
    {},
    ...Object.keys(ROOMS).map(room => {
      if (room.startsWith('renderer')) return zonesOfWindow(room);
      const files = [`${room}/*.${room.startsWith('electron/tools') ? 'mjs' : 'ts'}`];
      return { [room]: zone(room, files, { except: room === 'electron' ? ['electron/preload.ts'] : [] }) };
    })
  )
};
