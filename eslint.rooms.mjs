// The rooms of the sources and which rooms each may import, types included: one row a room, the lowest first in each part.
// A new arrow is a new entry here, so that a reviewer sees the decision. `part/*` means every room of that part.

const SHARED = 'shared/*';
const CORE = 'electron/core/*';
const ADAPTERS = 'electron/adapters/*';

const inCore = (...names) => [SHARED, ...names.map(name => `electron/core/${name}`)];
const inMain = (...names) => [SHARED, ...names.map(name => (name.includes('/') ? name : `electron/${name}`))];
const inWindow = (...names) => [SHARED, ...names.map(name => `renderer/${name}`)];
const inTools = (...names) => names.map(name => `electron/tools/${name}`);

/** @type {Record<string, string[]>} */
export const ROOMS = {
  // What main, preload and window share
  'shared/alerts': [],
  'shared/domain': ['shared/alerts'],
  'shared/holdings': ['shared/domain'],
  'shared/names': [],
  'shared/schema': ['shared/domain', 'shared/alerts', 'shared/names'],
  'shared/text': ['shared/domain', 'shared/alerts', 'shared/names', 'shared/schema'],
  'shared/ipc': ['shared/domain', 'shared/schema', 'shared/text'],
  // Decides and never acts
  'electron/core/ports': inCore(),
  'electron/core/system': inCore(),
  'electron/core/snapshots': inCore('ports'),
  'electron/core/doubts': inCore(),
  'electron/core/established': inCore(),
  'electron/core/assets': inCore(),
  'electron/core/verification': inCore('doubts', 'established', 'snapshots'),
  'electron/core/tray': inCore('system'),
  'electron/core/keys': inCore(),
  'electron/core/portfolio': inCore('assets', 'ports', 'snapshots'),
  'electron/core/export': inCore('ports'),
  'electron/core/prices': inCore('ports'),
  'electron/core/comparison': inCore('ports', 'prices'),
  'electron/core/history': inCore('portfolio', 'ports', 'snapshots'),
  'electron/core/groups': inCore('history', 'portfolio', 'ports'),
  'electron/core/settings': inCore('assets', 'groups', 'keys', 'ports'),
  'electron/core/state': inCore(
    'assets',
    'doubts',
    'established',
    'groups',
    'history',
    'portfolio',
    'ports',
    'snapshots'
  ),
  'electron/core/report': inCore('doubts', 'export', 'history', 'portfolio', 'ports', 'snapshots'),
  'electron/core/alerts': inCore('doubts', 'groups', 'history', 'portfolio', 'ports', 'snapshots', 'state'),
  'electron/core/json-schema': inCore('alerts', 'export', 'ports', 'report'),
  'electron/core/mcp': inCore('json-schema'),
  'electron/core/notifications': inCore('alerts', 'doubts', 'history', 'ports', 'state'),
  'electron/core/polling': inCore(
    'alerts',
    'comparison',
    'doubts',
    'history',
    'notifications',
    'portfolio',
    'ports',
    'prices',
    'snapshots',
    'state',
    'verification'
  ),
  'electron/core/engine': inCore(
    'alerts',
    'groups',
    'history',
    'notifications',
    'polling',
    'portfolio',
    'ports',
    'settings',
    'snapshots',
    'state'
  ),
  'electron/core/diagnostics': inCore('engine', 'polling', 'ports'),
  // The main process
  'electron/fake-okx/service': inMain(),
  'electron/fake-okx/faults': inMain('electron/fake-okx/service'),
  'electron/fake-okx': inMain('electron/fake-okx/faults', 'electron/fake-okx/service'),
  'electron/addresses': inMain(),
  'electron/okx': inMain('electron/core/ports'),
  'electron/okx/prices': inMain('electron/core/ports', 'okx'),
  'electron/cli': inMain(CORE),
  'electron/adapters/dbus': inMain(CORE),
  'electron/adapters/system': inMain(CORE),
  'electron/adapters/window': inMain(CORE),
  'electron/adapters/http': inMain(CORE),
  'electron/adapters/storage': inMain(CORE),
  'electron/demo': inMain(CORE, 'fake-okx', 'electron/fake-okx/service', 'okx'),
  'electron/ipc': inMain(ADAPTERS, 'addresses', CORE, 'okx'),
  'electron/profile': inMain(
    ADAPTERS,
    'addresses',
    'cli',
    CORE,
    'fake-okx',
    'ipc',
    'okx',
    'electron/okx/prices'
  ),
  'electron/profile/import': inMain('addresses', CORE, 'cli', 'profile'),
  'electron/profile/reset': inMain('electron/adapters/storage', CORE, 'cli', 'profile'),
  'electron/commands': inMain(
    ADAPTERS,
    'cli',
    CORE,
    'ipc',
    'okx',
    'profile',
    'electron/profile/import',
    'electron/profile/reset'
  ),
  'electron/mcp': inMain('cli', 'commands', CORE),
  'electron/dialogs': inMain(
    ADAPTERS,
    'cli',
    CORE,
    'ipc',
    'profile',
    'electron/profile/import',
    'electron/profile/reset'
  ),
  'electron/surfaces': inMain(ADAPTERS, 'cli', CORE, 'dialogs', 'ipc', 'profile'),
  'electron/app/screenshots': inMain(ADAPTERS, CORE, 'electron/fake-okx/faults', 'profile', 'surfaces'),
  'electron/app': inMain(
    ADAPTERS,
    'electron/app/screenshots',
    'cli',
    'commands',
    CORE,
    'demo',
    'dialogs',
    'ipc',
    'profile',
    'surfaces'
  ),
  electron: inMain(ADAPTERS, 'app', 'cli', 'commands', CORE, 'dialogs', 'mcp', 'okx', 'profile'),
  // The window
  'renderer/text': inWindow(),
  'renderer/ui/list': inWindow(),
  'renderer/theme': inWindow(),
  'renderer/state': inWindow(),
  'renderer/ui/display': inWindow('text'),
  'renderer/ui': inWindow('text', 'ui/display'),
  'renderer/portfolio': inWindow('state', 'text', 'ui/display', 'ui/list'),
  'renderer/diagnostics': inWindow('state', 'text', 'ui/display'),
  'renderer/addresses': inWindow('state', 'text', 'ui/display', 'ui/list'),
  'renderer/sidebar': inWindow('portfolio', 'state', 'text', 'ui/display', 'ui/list'),
  'renderer/holdings/filter': inWindow('portfolio', 'state', 'text', 'ui'),
  'renderer/chart': inWindow('portfolio', 'text'),
  'renderer/chart/past': inWindow('chart', 'portfolio', 'state', 'text', 'ui/display'),
  'renderer/compare': inWindow('chart', 'portfolio', 'state', 'text', 'ui'),
  'renderer/chart/history': inWindow(
    'chart',
    'chart/past',
    'compare',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display'
  ),
  'renderer/export': inWindow('holdings/filter', 'state', 'text', 'ui'),
  'renderer/settings/search': inWindow('state', 'text', 'ui/display', 'ui/list'),
  'renderer/alerts': inWindow('portfolio', 'settings/search', 'state', 'text', 'ui', 'ui/display'),
  'renderer/accounts': inWindow('addresses', 'state', 'text', 'ui', 'ui/display', 'ui/list'),
  'renderer/keys': inWindow('accounts', 'addresses', 'state', 'text', 'ui', 'ui/display'),
  'renderer/holdings': inWindow(
    'holdings/filter',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display',
    'ui/list'
  ),
  'renderer/activity': inWindow(
    'alerts',
    'export',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display',
    'ui/list'
  ),
  'renderer/popover': inWindow(
    'activity',
    'chart',
    'chart/past',
    'portfolio',
    'state',
    'text',
    'theme',
    'ui/display'
  ),
  'renderer/wallets': inWindow(
    'accounts',
    'addresses',
    'chart',
    'chart/history',
    'keys',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display'
  ),
  'renderer/settings': inWindow(
    'alerts',
    'keys',
    'portfolio',
    'settings/search',
    'state',
    'text',
    'theme',
    'ui'
  ),
  'renderer/details': inWindow(
    'activity',
    'alerts',
    'chart/history',
    'chart/past',
    'holdings',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display',
    'ui/list'
  ),
  'renderer/balance': inWindow(
    'chart',
    'details',
    'export',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display'
  ),
  'renderer/overview': inWindow(
    'activity',
    'balance',
    'chart',
    'chart/history',
    'compare',
    'export',
    'holdings',
    'holdings/filter',
    'portfolio',
    'state',
    'text',
    'ui',
    'ui/display',
    'ui/list'
  ),
  'renderer/doubts': inWindow('portfolio', 'state', 'text', 'ui/display', 'ui/list'),
  'renderer/shell': inWindow(
    'activity',
    'chart/history',
    'details',
    'diagnostics',
    'doubts',
    'export',
    'keys',
    'overview',
    'portfolio',
    'settings',
    'sidebar',
    'state',
    'text',
    'theme',
    'ui',
    'ui/display',
    'wallets'
  ),
  renderer: inWindow('popover', 'shell', 'state'),
  // The npm scripts
  'electron/tools/lib': inTools(),
  'electron/tools/setup': inTools('lib'),
  'electron/tools/session': inTools('lib', 'setup'),
  'electron/tools/pack': inTools('lib', 'setup'),
  'electron/tools/test': inTools('lib', 'pack', 'session', 'setup'),
  'electron/tools': inTools('lib', 'pack', 'session', 'setup', 'test')
};

/**
 * The rooms that a row names, each by its folder.
 * @param {string} room
 * @returns {string[]}
 */
export function allowedIn(room) {
  return ROOMS[room].flatMap(entry =>
    entry.endsWith('/*')
      ? Object.keys(ROOMS).filter(name => name.startsWith(entry.slice(0, -1)) && name !== room)
      : [entry]
  );
}
