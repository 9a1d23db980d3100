// Tests that the session of the tests starts nothing of the person's desktop, gets none of the person's variables, and
// leaves nothing behind.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInterface } from 'node:readline';
import { until } from './app/deadline';
import { makeFolder, removeFolder } from './app/folder';
import { appEnvironment, PROJECT } from './app/program';
import { Bus } from './linux/bus';
import { expect, test as base } from './app/desktop-fixture';

const DAEMON = { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' };
/** Services that a bus of the person would start at the first call. */
const SERVICES = [
  'org.freedesktop.Notifications',
  'org.freedesktop.secrets',
  'org.freedesktop.ScreenSaver',
  'org.freedesktop.PolicyKit1.AuthenticationAgent',
  'org.freedesktop.portal.Desktop',
  'org.gnome.keyring.SystemPrompter',
  'org.kde.StatusNotifierWatcher',
  'org.a11y.Bus'
];

interface Person {
  /** Variables that lead to the person's desktop, or change how programs run. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the person's programs left when they were started. */
  readonly marks: () => string[];
}

const test = base.extend<{ person: Person }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
  person: async ({}, use) => {
    const folder = makeFolder('person');
    await use(plant(folder));
    await removeFolder(folder);
  }
});

/** Puts services wherever a session bus looks for them; each leaves a mark when it is started. */
function plant(folder: string): Person {
  const within = (...names: string[]) => join(folder, ...names);
  const marks = within('marks');
  for (const name of ['marks', 'home', 'run']) mkdirSync(within(name), { mode: 0o700 });
  for (const place of ['data', 'share', 'run', 'home/.local/share']) {
    mkdirSync(within(place, 'dbus-1/services'), { recursive: true });
    for (const name of SERVICES)
      writeFileSync(
        within(place, 'dbus-1/services', `${name}.service`),
        `[D-BUS Service]\nName=${name}\nExec=/bin/sh -c "touch ${join(marks, name)}; exit 1"\n`
      );
  }
  const code = within('code.cjs');
  writeFileSync(code, `require('node:fs').writeFileSync(${JSON.stringify(join(marks, 'code'))}, '')`);
  const environment = {
    HOME: within('home'),
    XDG_DATA_HOME: within('data'),
    XDG_DATA_DIRS: `${within('share')}:/usr/share`,
    XDG_CONFIG_HOME: within('config'),
    XDG_CONFIG_DIRS: within('xdg'),
    XDG_CACHE_HOME: within('cache'),
    XDG_STATE_HOME: within('state'),
    XDG_RUNTIME_DIR: within('run'),
    XDG_CURRENT_DESKTOP: 'KDE',
    XDG_SESSION_TYPE: 'wayland',
    XDG_SESSION_ID: '7',
    DESKTOP_SESSION: 'plasma',
    DISPLAY: ':4711',
    WAYLAND_DISPLAY: 'wayland-4711',
    XAUTHORITY: within('authority'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${within('run/bus')}`,
    DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/run/dbus/system_bus_socket',
    AT_SPI_BUS_ADDRESS: `unix:path=${within('run/at-spi')}`,
    GNOME_KEYRING_CONTROL: within('run/keyring'),
    SSH_AUTH_SOCK: within('run/ssh'),
    ...Object.fromEntries(
      ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap(name => [
        [name, 'http://proxy.invalid:3128'],
        [name.toLowerCase(), 'http://proxy.invalid:3128']
      ])
    ),
    NODE_OPTIONS: `--require ${code}`,
    NODE_EXTRA_CA_CERTS: within('ca.pem'),
    LD_PRELOAD: within('preload.so'),
    ELECTRON_RUN_AS_NODE: '1',
    ELECTRON_ENABLE_LOGGING: '1',
    GTK_THEME: 'HighContrast',
    GTK_MODULES: 'gail',
    GDK_BACKEND: 'wayland',
    QT_QPA_PLATFORM: 'wayland',
    LANG: 'zh_CN.UTF-8',
    LC_ALL: 'zh_CN.UTF-8',
    LANGUAGE: 'zh_CN',
    TZ: 'Asia/Shanghai',
    FONTCONFIG_FILE: within('fonts.conf'),
    npm_config_registry: 'http://registry.invalid',
    npm_config_userconfig: within('npmrc')
  };
  return { environment, marks: () => readdirSync(marks) };
}

const ours = () => import('../../electron/tools/session/session.mjs');

test('no service of the person starts on the bus, and the tests get none of the variables', async ({
  person
}) => {
  const { startSession } = await ours();
  const { environment, folder, stop } = await startSession({
    env: { ...process.env, ...person.environment }
  });
  const bus = Bus.connect(environment.DBUS_SESSION_BUS_ADDRESS);
  try {
    expect(await bus.call(DAEMON, 'ListActivatableNames')).toEqual([['org.freedesktop.DBus']]);
    for (const name of SERVICES) {
      const started = bus.call(DAEMON, 'StartServiceByName', 'su', [name, 0]);
      await expect(started, name).rejects.toThrow(/not provided by any \.service files/);
      const [isOwned] = await bus.call(DAEMON, 'NameHasOwner', 's', [name]);
      // The session starts a keyring of its own.
      expect(isOwned, name).toBe(name === 'org.freedesktop.secrets');
    }

    const printed = execFileSync('env', ['-0'], { env: environment, encoding: 'utf8' });
    const seen = Object.fromEntries(
      printed.split('\0').map(line => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)])
    );
    for (const [name, value] of Object.entries(person.environment)) expect(seen[name], name).not.toBe(value);
    for (const name of Object.keys(person.environment).filter(name =>
      /^(XDG_.*_(HOME|DIR)|HOME)$/.test(name)
    ))
      expect(seen[name], name).toContain(folder);
    const system = Bus.connect(environment.DBUS_SYSTEM_BUS_ADDRESS);
    await expect(
      Promise.race([
        system.call(DAEMON, 'ListNames'),
        new Promise((_, fail) => system.connection.on('error', fail))
      ])
    ).rejects.toThrow(/ENOENT/);

    expect(person.marks()).toEqual([]);
  } finally {
    bus.close();
    await stop();
  }
  expect(existsSync(folder)).toBe(false);
});

test('the app gets the variables of its session and those of the tests, and no other', async ({
  session
}) => {
  const { isAllowed, sessionEnvironment } =
    await import('../../electron/tools/session/session-environment.mjs');
  const own = sessionEnvironment({}, session.folder);
  const others = Object.keys(appEnvironment()).filter(
    name => !(name in own) && !isAllowed(name) && !/^(TEST_|PW_)/.test(name)
  );
  expect(others).toEqual(['DISPLAY']);
});

test('a session ends with the program that opened it, also when that one is killed', async () => {
  const from = pathToFileURL(join(PROJECT, 'electron/tools/session/session.mjs')).href;
  const code = `import(${JSON.stringify(from)}).then(async ({ startSession }) => {
    console.log(JSON.stringify(await startSession()));
    setInterval(() => undefined, 1000);
  });`;
  const opener = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>(found => createInterface(opener.stdout).once('line', found));
  const { folder, environment } = JSON.parse(line) as {
    folder: string;
    environment: Record<string, string>;
  };
  expect(readdirSync(folder)).toContain('bus');
  const display = `/tmp/.X11-unix/X${environment.DISPLAY?.slice(1)}`;
  expect(existsSync(display)).toBe(true);
  opener.kill('SIGKILL');
  await until('the end of the session', () => !existsSync(folder));
  expect(existsSync(display)).toBe(false);
});
