// The world of the demo: the stand-in server in this process, a key made for this run, a past day made up by the same rules.
import type { Credentials, Key } from '../shared/key';
import { EMPTY_SETTINGS } from '../shared/default-settings';
import type { StoredSnapshots } from '../shared/snapshot';
import type { Settings } from '../shared/settings';
import type { Wallet } from '../shared/wallet';
import { fitted } from './core/apply';
import { emptyModel, type Model } from './core/model';
import type { Keychain } from './core/ports';
import type { World } from './core/world';
import { bookRound } from './core/round';
import { DEMO_SEED, startDemo, type Demo } from './demo/demo';
import { portfolioAt } from './demo/market';
import { drivers } from './okx/drivers';

const KEY_ID = 'demo';
const STEP_MS = 5 * 60_000;
const PAST_MS = 24 * 60 * 60_000 + STEP_MS;

export interface DemoWorld {
  readonly world: World;
  close(): Promise<void>;
}

/** `live`: the world to borrow everything from but the keys, the wallets and the past. Nothing leaves this computer. */
export async function demoWorld(live: World): Promise<DemoWorld> {
  const demo = await startDemo(live.clock);
  const past = pastOf(live, demo);
  const world: World = {
    ...live,
    profile: 'demo',
    keychain: memoryKeychain(demo.credentials),
    settings: {
      ...live.settings,
      read: async () => ({ content: demoSettings(demo, await live.settings.read()), setAsideAs: null })
    },
    // Every demo begins at its own start: yesterday's made-up values would only look like a jump.
    history: {
      read: () => Promise.resolve({ content: [...past.points], setAsideAs: null }),
      append: () => Promise.resolve()
    },
    snapshots: {
      ...live.snapshots,
      read: () => Promise.resolve({ content: storedOf(past, live.clock.now()), setAsideAs: null })
    }
  };
  return { world, close: () => demo.close() };
}

function storedOf(past: Model, now: number): StoredSnapshots {
  return { version: 1, savedAt: now, staleAfterMs: past.staleAfterMs, wallets: [...past.snapshots] };
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

/** Choices stay from demo to demo; key and wallets are this run's. */
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

/** The market's last day, booked step by step through the same rounds as a real one. */
function pastOf(live: World, demo: Demo): Model {
  const settings = demoSettings(demo, { content: null });
  const end = live.clock.now();
  let at = end - PAST_MS;
  const world: World = { ...live, clock: { ...live.clock, now: () => at } };
  const snapshots = settings.wallets.map(wallet => fitted(undefined, wallet));
  let model: Model = { ...emptyModel('demo', PAST_MS), settings, snapshots };
  for (; at < end; at += STEP_MS) {
    const polled = settings.wallets.map((wallet, place) => {
      const rows = portfolioAt(DEMO_SEED, at - end, place === 0 ? 'cold' : 'daily');
      const body = JSON.stringify({ code: '0', msg: '', data: [{ tokenAssets: rows }] });
      const reading = drivers[wallet.source].read({ status: 200, headers: {}, body }, wallet, at);
      return {
        wallet,
        key: demoKey(demo),
        outcome: {
          answers: [{ chains: null, reading, answeredAt: at }],
          refusals: [],
          unsupported: [],
          left: null,
          requests: 1,
          clockOffsetMs: 0
        }
      };
    });
    model = bookRound(model, polled, world).model;
  }
  return model;
}
