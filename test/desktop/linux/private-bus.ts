// Starts a private session bus for one test, on which nothing starts by itself: a keyring only if the test asks for
// one.
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, removeFolder } from '../app/folder';

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
  const { end, startBus, startKeyring } =
    await import('../../../electron/tools/session/session-processes.mjs');
  const folder = makeFolder('bus');
  const children: ChildProcess[] = [];
  const onStart = (child: ChildProcess) => void children.unshift(child);
  const places = { XDG_RUNTIME_DIR: join(folder, 'run'), XDG_DATA_HOME: join(folder, 'data') };
  for (const place of Object.values(places)) mkdirSync(place, { mode: 0o700 });
  const bus = { socket: join(folder, 'socket'), file: join(folder, 'bus.conf'), env: process.env, onStart };
  const address = await startBus(bus);
  const environment = { ...places, DBUS_SESSION_BUS_ADDRESS: address };
  const env = { ...process.env, ...environment };
  if (keyring === 'keyring') await startKeyring({ env, password: KEYRING_PASSWORD, onStart });
  return {
    address,
    environment,
    die: () => void children.at(-1)?.kill('SIGKILL'),
    async stop() {
      await end(children);
      await removeFolder(folder);
    }
  };
}
