// Starts a private session bus for one test, on which nothing starts by itself: a keyring only if the test asks for
// one.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Bus } from './bus';
import { until } from '../app/deadline';
import { makeFolder, removeFolder } from '../app/folder';

const configFor = (
  socket: string
) => `<busconfig><type>session</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** Password of the keyring on a test's bus. */
export const KEYRING_PASSWORD = 'tokentray';

export type KeyringKind = 'no-keyring' | 'keyring';

export interface PrivateBus {
  readonly address: string;
  /** The environment variables that the app needs to use this bus. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
  /** Ends the bus as in a crash; the files stay. */
  die(): void;
}

/** Starts the bus. A keyring, if there is one, is unlocked and empty. */
export async function startPrivateBus(keyring: KeyringKind): Promise<PrivateBus> {
  const folder = makeFolder('bus');
  const config = join(folder, 'bus.conf');
  writeFileSync(config, configFor(join(folder, 'socket')));
  const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--print-address', '--nofork'], {
    stdio: ['ignore', 'pipe', 'ignore']
  });
  const address = await firstLine(daemon);
  const environment = environmentOf(address, folder);
  const keeper = keyring === 'keyring' ? await startKeyring(address, environment) : undefined;
  return {
    address,
    environment,
    die: () => void daemon.kill('SIGKILL'),
    async stop() {
      keeper?.kill('SIGKILL');
      daemon.kill('SIGKILL');
      await removeFolder(folder);
    }
  };
}

function environmentOf(address: string, folder: string): Record<string, string> {
  const places = { XDG_RUNTIME_DIR: join(folder, 'run'), XDG_DATA_HOME: join(folder, 'data') };
  for (const place of Object.values(places)) mkdirSync(place, { mode: 0o700 });
  return { ...places, DBUS_SESSION_BUS_ADDRESS: address };
}

async function startKeyring(address: string, environment: Record<string, string>): Promise<ChildProcess> {
  const options = ['--foreground', '--unlock', '--components=secrets'];
  const keeper = spawn('gnome-keyring-daemon', options, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'ignore', 'ignore']
  });
  keeper.stdin?.end(KEYRING_PASSWORD);
  const bus = Bus.connect(address);
  const daemon = { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' };
  await until('the keyring', async () => {
    const [isOwned] = await bus.call(daemon, 'NameHasOwner', 's', ['org.freedesktop.secrets']);
    return isOwned === true;
  });
  bus.close();
  return keeper;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.on('error', failed);
    if (child.stdout) createInterface({ input: child.stdout }).once('line', found);
  });
}
