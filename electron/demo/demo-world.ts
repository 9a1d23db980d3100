// Builds the world of the demo: fake server, key and wallets of this run, generated history.
// Nothing leaves this computer.
import type { Credentials, Key } from '../../shared/schema/key';
import { EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { HOUR_MS } from '../../shared/domain/durations';
import type { StoredSnapshots } from '../../shared/schema/snapshot';
import type { Settings } from '../../shared/schema/settings';
import type { Wallet } from '../../shared/schema/wallet';
import type { Model } from '../core/state/model';
import type { Keychain } from '../core/ports/ports';
import type { World } from '../core/ports/world';
import { startDemo, type Demo } from './demo';
import { copiedActivity, copiedHistory, writePast, type DemoFiles } from './demo-files';
import { pastOf, demoActivity, demoHistory } from './demo-history';

const KEY_ID = 'demo';
/** Each demo begins as if somebody looked at it this long ago. */
const LAST_LOOK_MS = 9 * HOUR_MS;

export interface DemoWorld {
  readonly world: World;
  readonly injectFault: Demo['injectFault'];
  close(): Promise<void>;
}

/**
 * `live`: the world whose parts are used except the keys, the wallets and the past. Nothing leaves this computer.
 * `port`: the port of the fake server; 0: any free one. `files`: those that `live` writes.
 */
export async function demoWorld(live: World, port: number, files: DemoFiles): Promise<DemoWorld> {
  const demo = await startDemo(live.clock, port);
  const settings = demoSettings(demo, { content: null });
  const past = pastOf(live, settings);
  const isWritten = writePast(files, past);
  const world: World = {
    ...live,
    profile: 'demo',
    keychain: memoryKeychain(demo.credentials),
    settings: {
      ...live.settings,
      async read() {
        const stored = await live.settings.read();
        const { choices, ...rest } = demoSettings(demo, stored);
        const content = { ...rest, choices: { ...choices, lookedAt: live.clock.now() - LAST_LOOK_MS } };
        // Commands that read find the wallets in the file; the demo works without it.
        if (!stored.refused) await live.settings.write(content).catch(() => undefined);
        return { content, setAsideAs: null };
      }
    },
    history: copiedHistory(demoHistory(past.points), live.history, isWritten),
    activity: copiedActivity(demoActivity(past.entries), live.activity, isWritten),
    snapshots: {
      ...live.snapshots,
      read: () => Promise.resolve({ content: storedOf(past.model, live.clock.now()), setAsideAs: null })
    }
  };
  return { world, injectFault: demo.injectFault, close: () => demo.close() };
}

function storedOf(past: Model, now: number): StoredSnapshots {
  return {
    version: 1,
    savedAt: now,
    staleAfterMs: past.staleAfterMs,
    wallets: [...past.snapshots],
    alerts: past.alerts
  };
}

function demoWallets(demo: Demo): Wallet[] {
  return demo.accounts.map(({ accountId, name }) => ({
    id: `demo-${accountId.slice(-6)}`,
    name,
    keyId: KEY_ID,
    source: 'v5-account' as const,
    accountId,
    chains: []
  }));
}

function demoKey(demo: Demo): Key {
  return { id: KEY_ID, name: 'Demo key', host: demo.origin, keptIn: 'session' };
}

/** The person's choices are kept from demo to demo; key and wallets belong to this run. */
function demoSettings(demo: Demo, { content }: { content: Settings | null }): Settings {
  return {
    ...(content ?? EMPTY_SETTINGS),
    keys: [demoKey(demo)],
    wallets: demoWallets(demo)
  };
}

/** The demo never touches the system's keychain. */
function memoryKeychain(credentials: Credentials): Keychain {
  return {
    read: () => Promise.resolve(credentials),
    write: () => Promise.resolve(),
    forget: () => Promise.resolve()
  };
}
